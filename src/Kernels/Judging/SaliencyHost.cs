using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Judging;

/// <summary>Host body of <see cref="SaliencyCells"/>: the lightness of a cell and of what surrounds it is computed once.</summary>
internal static unsafe class SaliencyHost
{
    private const int Side = SaliencyCells.Side;
    private const int Stride = Side + 2;

    /// <summary>The worth of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Cell(byte* rgba, int width, int height, int left, int top)
    {
        var light = stackalloc int[Stride * Stride];
        int fromX = Math.Max(left - 1, 0), toX = Math.Min(left + Side, width - 1);
        for (var y = Math.Max(top - 1, 0); y <= Math.Min(top + Side, height - 1); y++)
        {
            var pixel = rgba + (4 * (((long)y * width) + fromX));
            for (var x = fromX; x <= toX; x++, pixel += 4)
            {
                light[((y - top + 1) * Stride) + x - left + 1] = SaliencyPixel.Lightness(pixel[0], pixel[1], pixel[2]);
            }
        }

        int detailSum = 0, detailMost = 0, skinSum = 0, skinMost = 0, saturationSum = 0;
        for (var y = top; y < top + Side; y++)
        {
            var pixel = rgba + (4 * (((long)y * width) + left));
            var at = light + ((y - top + 1) * Stride) + 1;
            for (var x = left; x < left + Side; x++, pixel += 4, at++)
            {
                var edge = x > 0 && x < width - 1 && y > 0 && y < height - 1 ? (4 * at[0]) - at[-Stride] - at[-1] - at[1] - at[Stride] : at[0];
                int detail = SaliencyPixel.Byte(edge), skin = SaliencyPixel.Skin<HostRoot>(pixel[0], pixel[1], pixel[2], at[0]);
                detailSum += detail;
                detailMost = Math.Max(detailMost, detail);
                skinSum += skin;
                skinMost = Math.Max(skinMost, skin);
                saturationSum += SaliencyPixel.Saturation(pixel[0], pixel[1], pixel[2], at[0]);
            }
        }

        return SaliencyCells.Worth(detailSum, detailMost, skinSum, skinMost, saturationSum);
    }
}
