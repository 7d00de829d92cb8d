using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The order of scores: the greater first, equal ones (-0 equals +0) by their indices, NaN after all numbers. As a key:
/// the float's bits made monotonic in the upper half, the complement of the index in the lower.
/// </summary>
internal readonly struct ScoreKeys(ArrayView<float> scores) : ITopKeys
{
    private const uint Sign = 0x80000000;

    /// <summary>The key of a score.</summary>
    /// <param name="bits">The float's bits.</param>
    /// <param name="index">The candidate's index.</param>
    public static ulong Of(uint bits, uint index) => ((ulong)Ordered(bits) << 32) | ~index;

    /// <summary>The bits of a key's score: -0 has become +0, every NaN the one.</summary>
    public static uint ScoreBits(ulong key)
    {
        var ordered = (uint)(key >> 32);
        var bits = (ordered & Sign) != 0 ? ordered & ~Sign : ~ordered;
        return ordered == 0 ? FloatBits.NaN : bits;
    }

    /// <summary>
    /// A limit for SIMD: scores that are less or equal need not be offered to who has this bound, if they come in the order of
    /// their indices. NaN, which nothing is less than, where all must be.
    /// </summary>
    public static float Limit(ulong bound)
    {
        var worst = (uint)(bound >> 32);

        // What would be -0 comes from a bound just below +0, and +0 is to pass: one less.
        return worst == 0 ? float.NaN : BitConverter.UInt32BitsToSingle(ScoreBits((ulong)(worst == ~Sign ? worst - 1 : worst) << 32));
    }

    public ulong Key(long row, long index) => Of(Interop.FloatAsInt(scores[row + index]), (uint)index);

    [IntrinsicImplementation]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Offer(long row, long start, long end, ref HostReservoir reservoir)
    {
        const int Step = 4 * 8;
        var from = HostSpan.Of(scores, row + start, end - start);
        var least = Limit(reservoir.Bound);
        var i = 0;
        for (; i < from.Length && float.IsNaN(least); i++)
        {
            if (reservoir.Offer(Of(BitConverter.SingleToUInt32Bits(from[i]), (uint)(start + i))))
            {
                least = Limit(reservoir.Bound);
            }
        }

        // NaN compares as not greater, and any number is better.
        var limit = Vector256.Create(least);
        for (; i <= from.Length - Step; i += Step)
        {
            var block = from.Slice(i, Step);
            Vector256<float> a = Vector256.Create<float>(block), b = Vector256.Create<float>(block[8..]), c = Vector256.Create<float>(block[16..]), d = Vector256.Create<float>(block[24..]);
            var any = Vector256.GreaterThan(a, limit) | Vector256.GreaterThan(b, limit) | Vector256.GreaterThan(c, limit) | Vector256.GreaterThan(d, limit);
            if (any.AsInt32() == Vector256<int>.Zero)
            {
                continue;
            }

            var passes = Vector256.GreaterThan(a, limit).ExtractMostSignificantBits() | (Vector256.GreaterThan(b, limit).ExtractMostSignificantBits() << 8)
                | (Vector256.GreaterThan(c, limit).ExtractMostSignificantBits() << 16) | (Vector256.GreaterThan(d, limit).ExtractMostSignificantBits() << 24);
            for (; passes != 0; passes &= passes - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(passes);
                if (reservoir.Offer(Of(BitConverter.SingleToUInt32Bits(from[at]), (uint)(start + at))))
                {
                    // The rest of the block may have passed the old limit only: the reservoir looks again.
                    limit = Vector256.Create(Limit(reservoir.Bound));
                }
            }
        }

        for (; i < from.Length; i++)
        {
            reservoir.Offer(Of(BitConverter.SingleToUInt32Bits(from[i]), (uint)(start + i)));
        }
    }

    private static uint Ordered(uint bits)
    {
        if (FloatBits.IsNaN(bits))
        {
            return 0;
        }

        // -0 becomes +0 first.
        bits = bits == Sign ? 0 : bits;
        return (bits & Sign) != 0 ? ~bits : bits | Sign;
    }
}
