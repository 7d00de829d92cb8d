using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Judging;

/// <summary>Host body of <see cref="LaplacianBlocks"/>: 16 pixels at once in 16-bit lanes, sums of a block in 32-bit ones.</summary>
internal static unsafe class LaplacianHost
{
    private const int Step = 16;

    // From place n on, the last n lanes are kept: the last vector of a row overlaps the one before.
    private static ReadOnlySpan<short> Mask => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1];

    /// <summary>Sums a block.</summary>
    /// <param name="gray">All pictures.</param>
    /// <param name="area">The block.</param>
    /// <param name="sums">Takes the sum and the sum of squares.</param>
    /// <param name="plain">Plain code, for tests.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(byte* gray, in BlockArea area, long* sums, bool plain = false)
    {
        int sum = 0, squares = 0;
        Vector256<int> wideSum = default, wideSquares = default;
        int from = Math.Max(area.Left, 1), to = Math.Min(area.Right, area.Width - 1);
        var wide = Avx2.IsSupported && !plain && to - from >= Step;
        var mask = wide ? Vector256.Create(Mask[((to - from) % Step)..]) : default;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            var line = gray + area.Offset + ((long)y * area.Width);
            var up = gray + area.Offset + ((long)LaplacianBlocks.Reflect(y - 1, area.Height) * area.Width);
            var down = gray + area.Offset + ((long)LaplacianBlocks.Reflect(y + 1, area.Height) * area.Width);
            if (area.Left == 0)
            {
                Add(up, line, down, 0, area.Width, ref sum, ref squares);
            }

            if (wide)
            {
                var x = from;
                for (; x <= to - Step; x += Step)
                {
                    var value = Laplacian(up + x, line + x, down + x);
                    wideSum += Avx2.MultiplyAddAdjacent(value, Vector256<short>.One);
                    wideSquares += Avx2.MultiplyAddAdjacent(value, value);
                }

                if (x < to)
                {
                    x = to - Step;
                    var value = Laplacian(up + x, line + x, down + x) & mask;
                    wideSum += Avx2.MultiplyAddAdjacent(value, Vector256<short>.One);
                    wideSquares += Avx2.MultiplyAddAdjacent(value, value);
                }
            }
            else
            {
                for (var x = from; x < to; x++)
                {
                    Add(up, line, down, x, area.Width, ref sum, ref squares);
                }
            }

            // Of a picture one pixel wide the only column was the left one.
            if (area.Right == area.Width && area.Width > 1)
            {
                Add(up, line, down, area.Width - 1, area.Width, ref sum, ref squares);
            }
        }

        // At most 64 x 16 x 1,020 squared: 2^30.
        sums[0] = sum + Vector256.Sum(wideSum);
        sums[1] = squares + Vector256.Sum(wideSquares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Laplacian(byte* up, byte* line, byte* down)
    {
        var around = Avx2.ConvertToVector256Int16(up) + Avx2.ConvertToVector256Int16(down)
            + Avx2.ConvertToVector256Int16(line - 1) + Avx2.ConvertToVector256Int16(line + 1);
        return around - (Avx2.ConvertToVector256Int16(line) << 2);
    }

    private static void Add(byte* up, byte* line, byte* down, int x, int width, ref int sum, ref int squares)
    {
        var value = up[x] + down[x] + line[LaplacianBlocks.Reflect(x - 1, width)] + line[LaplacianBlocks.Reflect(x + 1, width)] - (4 * line[x]);
        sum += value;
        squares += value * value;
    }
}
