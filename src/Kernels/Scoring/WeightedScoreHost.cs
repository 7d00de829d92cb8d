using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Imaging;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The host body of <see cref="WeightedScore"/>: four rows at once, so that additions do not wait for each
/// other, 16 partial sums in two registers of eight. <see cref="AlignedScoreHost"/> is its wider form. Rows come one behind
/// the other: read side by side, by a column of four at a time, they took twice as long, for the caches' prefetchers follow one.
/// </summary>
internal static class WeightedScoreHost
{
    private const int Lanes = 16;
    /// <summary>Rows at once.</summary>
    public const int Rows = 4;

    // -1 for the columns that are there: from place 16 - n on, the first n lanes are kept.
    private static ReadOnlySpan<int> Mask => [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <param name="features">scores.Length x weights.Length.</param>
    /// <param name="weights">At least one.</param>
    /// <param name="edits">As many as scores, or none.</param>
    /// <param name="scores">Takes the scores.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Score(ReadOnlySpan<float> features, ReadOnlySpan<float> weights, ReadOnlySpan<float> edits, Span<float> scores)
    {
        nint columns = weights.Length;

        // Made once and passed down: any call between the additions would send the sums through memory.
        var tail = Mask[(int)(Lanes - (columns % Lanes))..];
        Vector256<int> low = Vector256.Create(tail), high = Vector256.Create(tail[8..]);
        fixed (float* f = features, w = weights, e = edits, s = scores)
        {
            nint row = 0;
            if (AlignedScoreHost.Suits(columns, scores.Length))
            {
                row = ScoreAligned(f, w, columns, e, s, scores.Length);
            }

            for (; row <= scores.Length - Rows; row += Rows)
            {
                var sums = Sums(f + (row * columns), columns, w, columns, low, high);
                if (e is not null)
                {
                    sums *= Vector128<float>.One + Vector128.Load(e + row);
                }

                Canonical(sums).Store(s + row);
            }

            for (; row < scores.Length; row++)
            {
                // The same row four times over: it is at most three rows of all.
                var sums = Sums(f + (row * columns), 0, w, columns, low, high);
                if (e is not null)
                {
                    sums *= Vector128.Create(1 + e[row]);
                }

                s[row] = Canonical(sums).ToScalar();
            }
        }
    }

    /// <summary>As many rows as are whole groups.</summary>
    /// <returns>How many they were.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe nint ScoreAligned(float* features, float* weights, nint columns, float* edits, float* scores, nint count)
    {
        var rows = AlignedScoreHost.Make(features, weights, columns, (float*)HostScratch.Take((columns + Lanes) * sizeof(float)));
        nint row = 0;
        for (; row <= count - Rows; row += Rows)
        {
            var r = features + (row * columns);
            var sums = Tree(rows.Half(r), rows.Half(r + columns), rows.Half(r + (2 * columns)), rows.Half(r + (3 * columns)));
            if (edits is not null)
            {
                sums *= Vector128<float>.One + Vector128.Load(edits + row);
            }

            Canonical(sums).Store(scores + row);
        }

        return row;
    }

    /// <summary>The sum of each row's squares, in the same order.</summary>
    /// <param name="matrix">squares.Length x columns.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="squares">Takes the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Squares(ReadOnlySpan<float> matrix, nint columns, Span<float> squares)
    {
        var tail = Mask[(int)(Lanes - (columns % Lanes))..];
        Vector256<int> low = Vector256.Create(tail), high = Vector256.Create(tail[8..]);
        fixed (float* m = matrix, s = squares)
        {
            nint row = 0;
            for (; row <= squares.Length - Rows; row += Rows)
            {
                var r = m + (row * columns);
                Tree(
                    Half(r, r, columns, low, high),
                    Half(r + columns, r + columns, columns, low, high),
                    Half(r + (2 * columns), r + (2 * columns), columns, low, high),
                    Half(r + (3 * columns), r + (3 * columns), columns, low, high)).Store(s + row);
            }

            for (; row < squares.Length; row++)
            {
                var r = m + (row * columns);
                s[row] = Sums(r, 0, r, columns, low, high).ToScalar();
            }
        }
    }

    /// <summary>Four vectors, one after the other, each times one, in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe Vector128<float> Dots(float* four, float* one, nint columns)
    {
        var tail = Mask[(int)(Lanes - (columns % Lanes))..];
        return Sums(four, columns, one, columns, Vector256.Create(tail), Vector256.Create(tail[8..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Canonical(Vector128<float> values) =>
        Vector128.ConditionalSelect(Vector128.Equals(values, values), values, Vector128.Create(FloatBits.NaN).AsSingle());

    /// <summary>Four rows, <paramref name="stride"/> apart, times the weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector128<float> Sums(float* row, nint stride, float* weights, nint columns, Vector256<int> lowMask, Vector256<int> highMask) =>
        Tree(
            Half(row, weights, columns, lowMask, highMask),
            Half(row + stride, weights, columns, lowMask, highMask),
            Half(row + (2 * stride), weights, columns, lowMask, highMask),
            Half(row + (3 * stride), weights, columns, lowMask, highMask));

    /// <summary>A row's 16 partial sums, sum j + 8 added to sum j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> Half(float* row, float* weights, nint columns, Vector256<int> lowMask, Vector256<int> highMask)
    {
        Vector256<float> low = default, high = default;
        var full = columns & -Lanes;
        nint i = 0;
        for (; i < full; i += Lanes)
        {
            low += Vector256.Load(row + i) * Vector256.Load(weights + i);
            high += Vector256.Load(row + i + 8) * Vector256.Load(weights + i + 8);
        }

        if (i < columns)
        {
            low += Masked(row + i, lowMask) * Masked(weights + i, lowMask);
            high += Masked(row + i + 8, highMask) * Masked(weights + i + 8, highMask);
        }

        return low + high;
    }

    /// <summary>Eight floats, zero and not read where the mask is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<float> Masked(float* from, Vector256<int> mask)
    {
        if (Avx.IsSupported)
        {
            return Avx.MaskLoad(from, mask.AsSingle());
        }

        var result = Vector256<float>.Zero;
        for (var i = 0; i < Vector256<float>.Count && mask[i] != 0; i++)
        {
            result = result.WithElement(i, from[i]);
        }

        return result;
    }

    /// <summary>The sum of each argument's eight lanes: lane j + 4 to j, then j + 2, then j + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Tree(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        Vector128<float> a4 = a.GetLower() + a.GetUpper(), b4 = b.GetLower() + b.GetUpper();
        Vector128<float> c4 = c.GetLower() + c.GetUpper(), d4 = d.GetLower() + d.GetUpper();
        var ab = Split(Vector128.Create(a4.GetLower(), b4.GetLower()) + Vector128.Create(a4.GetUpper(), b4.GetUpper()));
        var cd = Split(Vector128.Create(c4.GetLower(), d4.GetLower()) + Vector128.Create(c4.GetUpper(), d4.GetUpper()));
        return Vector128.Create(ab.GetLower(), cd.GetLower()) + Vector128.Create(ab.GetUpper(), cd.GetUpper());
    }

    /// <summary>Even lanes, then odd lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Split(Vector128<float> values) => Vector128.Shuffle(values, Vector128.Create(0, 2, 1, 3));
}
