namespace Gpu.Kernels.Scoring;

/// <summary>
/// Looks at candidates spread over a block, and says which keys the k best most likely beat: then few candidates have to be
/// compared with each other, in whatever order they come.
/// </summary>
internal static unsafe class TopSample
{
    /// <summary>Keys that a sample may have.</summary>
    public const int Largest = 4096;

    private const int Smallest = 512;

    // A sample pays where it is a small part of all.
    private const int Share = 8;

    /// <summary>A bound that more than k keys of the block likely beat, or 0.</summary>
    public static ulong Bound<TKeys>(TKeys candidates, long row, int start, int end, int k, ulong* buffer)
        where TKeys : struct, ITopKeys
    {
        var count = Math.Clamp(2 * k, Smallest, Largest);
        if ((end - start) / count < Share)
        {
            return 0;
        }

        var step = (end - start) / count;
        for (var i = 0; i < count; i++)
        {
            buffer[i] = candidates.Key(row, start + ((long)i * step));
        }

        // The k best have about this many among the sample; four deviations more, and it fails once in many thousand times.
        var expected = (double)k * count / (end - start);
        var rank = (int)Math.Min(k, expected + (4 * Math.Sqrt(expected)) + 2);
        if (rank >= count)
        {
            return 0;
        }

        HostReservoir.Select(buffer, count, rank);

        // Below every index of the same score.
        var score = buffer[rank - 1] >> 32;
        return score == 0 ? 0 : (score << 32) - 1;
    }
}
