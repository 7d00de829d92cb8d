namespace Gpu.Benchmarks.Roofline;

/// <summary>A card's public figures.</summary>
/// <param name="Name">As it is sold.</param>
/// <param name="GigabytesPerSecond">Memory bandwidth.</param>
/// <param name="Multiprocessors">Streaming multiprocessors.</param>
/// <param name="Gigahertz">Boost clock.</param>
/// <param name="Source">Where the figures stand.</param>
internal sealed record GpuCard(string Name, double GigabytesPerSecond, int Multiprocessors, double Gigahertz, string Source)
{
    // 32-bit integer additions a clock of a multiprocessor: 64 for compute capability 8.0, 8.6, 8.9 and 9.0.
    private const double Lanes = 64;
    private const double WarpSize = 32;

    // A multiprocessor's first-level cache gives 128 bytes, 4 sectors, a clock.
    private const double SectorsAClock = 4;

    // Clocks from one instruction to the next that needs its result, and of a load from the first-level cache.
    private const double ArithmeticLatency = 4;
    private const double LoadLatency = 28;

    /// <summary>The cards of the table.</summary>
    public static IReadOnlyList<GpuCard> All { get; } =
    [
        new("A10", 600, 72, 1.695, "NVIDIA A10 datasheet (600 GB/s); GA102 whitepaper (72 SMs, 1,695 MHz)"),
        new("L4", 300, 58, 2.040, "NVIDIA L4 datasheet (300 GB/s); Ada whitepaper (58 SMs, 2,040 MHz)"),
        new("A100", 2039, 108, 1.410, "NVIDIA A100 80GB SXM datasheet (2,039 GB/s); A100 whitepaper (108 SMs, 1,410 MHz)"),
        new("H200", 4800, 132, 1.980, "NVIDIA H200 SXM datasheet (4.8 TB/s); H100 whitepaper (132 SMs), 1,980 MHz as NVML reports it"),
    ];

    /// <summary>The bounds of a launch, each in microseconds.</summary>
    public Bounds Of(KernelProfile p)
    {
        double clocks = Multiprocessors * Gigahertz * 1000, warps = p.Threads / WarpSize;
        return new Bounds(
            p.Bytes / (GigabytesPerSecond * 1000),
            p.Threads * p.Instructions / (Lanes * clocks),
            warps * (p.Loads + p.Stores) * Math.Max(1, p.Sectors / SectorsAClock) / clocks,
            ((p.Longest * ArithmeticLatency) + (p.LongestLoads * LoadLatency)) / (Gigahertz * 1000));
    }
}

/// <summary>What a launch cannot be faster than, in microseconds.</summary>
/// <param name="Memory">Its bytes at the memory's bandwidth.</param>
/// <param name="Instructions">Its instructions at the rate of integer additions.</param>
/// <param name="Cache">Its accesses at the rate of the first-level caches.</param>
/// <param name="Thread">Its longest thread, each instruction waiting for the one before: too few threads to hide that.</param>
internal readonly record struct Bounds(double Memory, double Instructions, double Cache, double Thread)
{
    /// <summary>The name of <see cref="Thread"/>.</summary>
    public const string OneThread = "one thread";

    /// <summary>The largest.</summary>
    public double Time => Math.Max(Math.Max(Memory, Instructions), Math.Max(Cache, Thread));

    /// <summary>Which it is.</summary>
    public string Name => Time == Memory ? "memory" : Time == Instructions ? "instructions" : Time == Cache ? "cache" : OneThread;

    /// <summary>What sharing the work among more threads could gain at most.</summary>
    public double SharedGain => Time / Math.Max(Memory, Math.Max(Instructions, Cache));

    /// <summary>What a variant could gain that reads memory once into shared memory, all its warps' accesses beside each other.</summary>
    public double TiledGain(KernelProfile p)
    {
        var tiled = this with { Cache = Cache / Math.Max(1, p.Sectors / 4) };
        return Time / tiled.Time;
    }
}
