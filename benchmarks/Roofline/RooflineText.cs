using System.Globalization;

namespace Gpu.Benchmarks.Roofline;

/// <summary>The words of docs/gpu-roofline.md.</summary>
internal static class RooflineText
{
    public const string Head = """
        # The kernels on GPUs, by calculation

        Made by `dotnet run -c Release --project benchmarks -- roofline`; a test fails where it is out of date. No GPU has
        measured this: `./eng/device` does, where there is one ([benchmarks](benchmarks.md)).

        - **Instructions, loads and stores** are counted, not estimated from the text: the PTX (sm_80) of up to 24 warps, spread
          evenly over the standard shape, is carried out thread by thread on real data (`benchmarks/Ptx`), so loops and branches
          run as often as they do. The kernel suite carries out the same PTX and compares its bits with the definition.
        - An instruction is one issue slot; an integer division 20 (64-bit 70), by a constant 5, a 64-bit product 3, other 64-bit
          integers 2; moves, jumps without a condition and parameters none. ptxas makes fewer of them, so this bound is high.
        - **Bytes** are those that must move between memory and chip: a view once where it is read and once where it is written.
          Caches that are too small make it more.
        - **Sectors** of 32 bytes are what 32 neighbouring threads touch with one access: 4 for floats beside each other, 1 for
          bytes, 32 where each thread reads a row of its own.
        - **Bounds:** memory: bytes over the card's bandwidth. Instructions: at 64 a clock and multiprocessor, the rate of 32-bit
          integer additions (CUDA C++ Programming Guide, throughput of native arithmetic instructions, compute capability 8.0 to
          9.0). Cache: a warp's access a clock and multiprocessor, 4 sectors at most. One thread: the longest thread with 4 clocks
          an instruction and 28 a load (Jia et al., "Dissecting the NVIDIA Volta GPU Architecture via Microbenchmarking", 2018),
          each waiting for the one before: where that is the largest, the launch has too few threads. A launch itself costs some
          5 us besides.
        - Left out are `imaging.resize`, `imaging.blur`, `imaging.box` and `score.diverse`, which only the CPU runs.

        """;

    public static string Threads(string rows) => $"""

        ## Too few threads

        Where one thread is the bound on every card, neither tiles nor tuning help, but the same work shared among more threads. What
        that could gain at most, if it were shared well enough for the next bound to hold:

        | kernel | at most |
        | --- | --- |
        {rows}
        """;

    public static string Tiled(double pays, string rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        ## Tiles in shared memory

        A variant that brings its part of memory into shared memory once, with neighbouring accesses, moves the same bytes and does
        no fewer instructions: it can only lift the bound of the cache. It would pay, by {pays} or more, for:

        {(rows.Length == 0 ? "none of the kernels.\n" : $"| kernel | at most | built |\n| --- | --- | --- |\n{rows}")}
        """);

    /// <summary>Why there is no tiled variant of a kernel for which it would pay by itself.</summary>
    public static string WhyNotTiled(string kernel) => kernel switch
    {
        "score.norms" => "no: it runs once before `score.similar`, which takes a hundred times as long",
        _ => "not yet",
    };
}
