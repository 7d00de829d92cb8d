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

    public long Length => scores.Length;

    public ulong Key(long index) => ((ulong)Ordered(Interop.FloatAsInt(scores[index])) << 32) | ~(uint)index;

    [IntrinsicImplementation]
    public long Next(long start, long end, ulong bound)
    {
        var worst = (uint)(bound >> 32);
        if (worst == 0)
        {
            return start;
        }

        // Indices grow, so a score that equals the bound's comes after it; NaN compares as not greater.
        var from = HostSpan.Of(scores, start, end - start);
        var limit = Vector256.Create(BitConverter.UInt32BitsToSingle((worst & Sign) != 0 ? worst & ~Sign : ~worst));
        var i = 0;
        for (; i <= from.Length - (4 * Vector256<float>.Count); i += 4 * Vector256<float>.Count)
        {
            var block = from.Slice(i, 4 * Vector256<float>.Count);
            var any = Vector256.GreaterThan(Vector256.Create<float>(block), limit)
                | Vector256.GreaterThan(Vector256.Create<float>(block[8..]), limit)
                | Vector256.GreaterThan(Vector256.Create<float>(block[16..]), limit)
                | Vector256.GreaterThan(Vector256.Create<float>(block[24..]), limit);
            if (any.AsInt32() != Vector256<int>.Zero)
            {
                break;
            }
        }

        while (i < from.Length && !(from[i] > limit[0]))
        {
            i++;
        }

        return start + i;
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
