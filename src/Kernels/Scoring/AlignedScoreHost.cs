using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The 16 partial sums of <see cref="WeightedScoreHost"/> in one register, for rows of whole vectors. A .NET array lies 16
/// bytes off a cache line, so that every load of 64 bytes would take two of them, and half of the time. Lines are loaded as
/// they lie instead, and the weights are rotated by as much: lane l of a sum then has the columns of lane l - offset, in
/// the same order, and the lanes are rotated back at the end. The bits are the same.
/// </summary>
internal static unsafe class AlignedScoreHost
{
    private const int Lanes = 16;

    // Below it the rotated weights cost more than they save.
    private const int LeastColumns = 64;
    private const int LeastRows = 64;

    /// <summary>Whether rows of this kind are scored here.</summary>
    public static bool Suits(nint columns, nint rows) =>
        Avx512F.IsSupported && columns % Lanes == 0 && columns >= LeastColumns && rows >= LeastRows;

    /// <summary>Rows' sums, sum j + 8 added to sum j.</summary>
    /// <param name="features">The first row.</param>
    /// <param name="weights">columns.</param>
    /// <param name="columns">A multiple of 16.</param>
    /// <param name="rotated">Memory for columns + 16 floats, at a multiple of 64 bytes.</param>
    public static Rows Make(float* features, float* weights, nint columns, float* rotated)
    {
        var offset = (nint)(((nuint)features / sizeof(float)) % Lanes);
        new Span<float>(rotated, checked((int)columns + Lanes)).Clear();
        new ReadOnlySpan<float>(weights, (int)columns).CopyTo(new Span<float>(rotated + offset, (int)columns));
        return new Rows(rotated, columns, offset);
    }

    /// <summary>Reads rows that all lie as far off a cache line.</summary>
    public readonly struct Rows(float* weights, nint columns, nint offset)
    {
        private readonly Vector512<float> _first = Vector512.GreaterThanOrEqual(Vector512<int>.Indices, Vector512.Create((int)offset)).AsSingle();
        private readonly Vector512<float> _last = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create((int)offset)).AsSingle();
        private readonly Vector512<int> _back = (Vector512<int>.Indices + Vector512.Create((int)offset)) & Vector512.Create(Lanes - 1);

        /// <summary>The eight sums of a row.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Half(float* row)
        {
            var at = row - offset;
            var sum = Vector512<float>.Zero + (Avx512F.MaskLoadAligned(at, _first, Vector512<float>.Zero) * Vector512.LoadAligned(weights));
            nint i = Lanes;
            for (; i <= columns - (4 * Lanes); i += 4 * Lanes)
            {
                sum += Vector512.LoadAligned(at + i) * Vector512.LoadAligned(weights + i);
                sum += Vector512.LoadAligned(at + i + 16) * Vector512.LoadAligned(weights + i + 16);
                sum += Vector512.LoadAligned(at + i + 32) * Vector512.LoadAligned(weights + i + 32);
                sum += Vector512.LoadAligned(at + i + 48) * Vector512.LoadAligned(weights + i + 48);
            }

            for (; i < columns; i += Lanes)
            {
                sum += Vector512.LoadAligned(at + i) * Vector512.LoadAligned(weights + i);
            }

            if (offset != 0)
            {
                sum += Avx512F.MaskLoadAligned(at + columns, _last, Vector512<float>.Zero) * Vector512.LoadAligned(weights + columns);
                sum = Avx512F.PermuteVar16x32(sum, _back);
            }

            return sum.GetLower() + sum.GetUpper();
        }
    }
}
