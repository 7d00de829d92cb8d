using System.Runtime.CompilerServices;

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

    // More would cost more than they keep from being offered.
    private const int PerSelected = 8;

    // A sample pays where it is a small part of all.
    private const int Share = 8;

    /// <summary>A bound that more than k keys of the block likely beat, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Bound<TKeys>(TKeys candidates, long row, int start, int end, int k, ulong* buffer)
        where TKeys : struct, ITopKeys
    {
        var count = (int)Math.Clamp(PerSelected * (long)k, Smallest, Largest);
        if ((end - start) / count < Share)
        {
            return 0;
        }

        var step = (end - start) / count;
        for (var i = 0; i < count; i++)
        {
            buffer[i] = candidates.Key(row, start + ((long)i * step));
        }

        // The k best have about this many among the sample; with three deviations more it fails once in some hundred times,
        // and then a second look at the block costs less than what a fourth would let pass each time.
        var expected = (double)k * count / (end - start);
        var rank = (int)Math.Min(k, expected + (3 * Math.Sqrt(expected)) + 1);
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
