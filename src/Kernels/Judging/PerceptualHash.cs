using System.Globalization;
using System.Numerics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// A picture's perceptual hash (imagehash's pHash, after Zauner 2010): luma, 32 x 32 by Lanczos, DCT-II, the 8 x 8 lowest
/// coefficients; a bit is 1 where its coefficient exceeds their median. Pictures that look alike have hashes that differ
/// in few bits.
/// </summary>
/// <param name="Bits">The bits, row by row, the coefficient at 0, 0 in the highest: written in hexadecimal it is imagehash's text.</param>
public readonly record struct PerceptualHash(ulong Bits)
{
    /// <summary>In how many of the 64 bits two hashes differ: unlike pictures in about 32, copies of one in a few.</summary>
    public int Distance(PerceptualHash other) => BitOperations.PopCount(Bits ^ other.Bits);

    /// <summary>16 hexadecimal digits.</summary>
    public override string ToString() => Bits.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The hash of 64 coefficients.</summary>
    internal static PerceptualHash Of(ReadOnlySpan<long> coefficients)
    {
        Span<long> sorted = stackalloc long[64];
        coefficients.CopyTo(sorted);
        sorted.Sort();

        var twiceMedian = (Int128)sorted[31] + sorted[32];
        ulong bits = 0;
        foreach (var coefficient in coefficients)
        {
            bits = (bits << 1) | (2 * (Int128)coefficient > twiceMedian ? 1UL : 0);
        }

        return new PerceptualHash(bits);
    }
}
