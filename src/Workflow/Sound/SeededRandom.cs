namespace Gpu.Workflow.Sound;

/// <summary>SplitMix64: the same numbers from the same seed, in every version of .NET.</summary>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => (int)((NextBits() >> 33) % (ulong)end);

    /// <summary>0 to below 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>-1 to below 1.</summary>
    public float NextNoise() => (float)((2 * NextDouble()) - 1);
}
