using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// A tile of the product of a matrix with packed queries, all of it in registers: each output takes its products in the
/// order of the columns, so blocks change no bit. Without fused multiply-add, which would; where multiplications and
/// additions have pipes of their own (Zen) that costs nothing. 12 sums, 2 vectors of queries, an element and a product are
/// AVX2's 16 registers: on Zen 4 that is 15 of the possible 16 products a cycle, and 12 x 32 in AVX-512 were 11.
/// </summary>
internal static unsafe class SimilarityTile
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 6;

    /// <summary>Queries of a tile: two vectors.</summary>
    public const int Width = 16;

    /// <summary>6 rows, <paramref name="stride"/> bytes apart, times 16 queries.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="stride">Bytes.</param>
    /// <param name="panel">columns x 16 elements of queries, aligned.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="tile">Takes 6 x 16 products.</param>
    /// <param name="limits">16, aligned.</param>
    /// <returns>Whether there is a product that is not less than its query's limit or equal to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Multiply(float* row, nint stride, float* panel, nint columns, float* tile, float* limits)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default;
        Vector256<float> d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        byte* p = (byte*)row, q = p + (3 * stride);
        for (var end = panel + (16 * columns); panel < end; panel += 16)
        {
            Vector256<float> x = Vector256.Load(panel), y = Vector256.Load(panel + 8);
            var v = Vector256.Create(*(float*)p);
            a0 += x * v;
            a1 += y * v;
            v = Vector256.Create(*(float*)(p + stride));
            b0 += x * v;
            b1 += y * v;
            v = Vector256.Create(*(float*)(p + (2 * stride)));
            c0 += x * v;
            c1 += y * v;
            p += sizeof(float);
            v = Vector256.Create(*(float*)q);
            d0 += x * v;
            d1 += y * v;
            v = Vector256.Create(*(float*)(q + stride));
            e0 += x * v;
            e1 += y * v;
            v = Vector256.Create(*(float*)(q + (2 * stride)));
            f0 += x * v;
            f1 += y * v;
            q += sizeof(float);
        }

        Store(a0, a1, tile);
        Store(b0, b1, tile + 16);
        Store(c0, c1, tile + 32);
        Store(d0, d1, tile + 48);
        Store(e0, e1, tile + 64);
        Store(f0, f1, tile + 80);
        var low = Within(a0, b0, c0, d0, e0, f0, Vector256.Load(limits));
        var high = Within(a1, b1, c1, d1, e1, f1, Vector256.Load(limits + 8));
        return (low & high).ExtractMostSignificantBits() != 0xFF;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Within(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, Vector256<float> e, Vector256<float> f, Vector256<float> limit) =>
        Vector256.LessThanOrEqual(a, limit) & Vector256.LessThanOrEqual(b, limit) & Vector256.LessThanOrEqual(c, limit)
        & Vector256.LessThanOrEqual(d, limit) & Vector256.LessThanOrEqual(e, limit) & Vector256.LessThanOrEqual(f, limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> first, Vector256<float> second, float* to)
    {
        first.Store(to);
        second.Store(to + Vector256<float>.Count);
    }
}
