using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Host body of <see cref="RgbaToPlanes"/>. A picture's line is read once: its luma is written, and red's and blue's
/// difference to green, filtered across, go to a ring of four lines as pairs of 16 bits, from which a row of chroma is
/// made. Chroma's coefficients sum to 0, so the two differences are all it needs.
/// </summary>
internal static unsafe class RgbaToPlanesRows
{
    /// <summary>Sites that vectors make at once; within such a block the ring holds them in the order 0 1 4 5 2 3 6 7.</summary>
    private const int Block = 8;

    public static void Convert(byte* rgba, byte* planes, in PlaneShape shape, in YuvFromRgb weights, int first, int end, HostPath path)
    {
        var stride = HostScratch.Aligned(shape.Half * sizeof(int)) / sizeof(int);
        var ring = (int*)HostScratch.Take((4L * stride * sizeof(int)) + shape.Width + 32);
        var spare = (byte*)(ring + (4 * stride));
        var held = stackalloc int[4] { -1, -1, -1, -1 };
        var lines = stackalloc int*[4];
        for (var y = first; y < end; y++)
        {
            for (var i = 0; i < 4; i++)
            {
                var row = Math.Clamp((2 * y) - 1 + i, 0, shape.Height - 1);
                lines[i] = ring + ((row & 3) * stride);
                if (held[row & 3] != row)
                {
                    held[row & 3] = row;

                    // The luma of the lines above and below the band is another band's.
                    var luma = row >= 2 * first && row < 2 * end ? planes + ((long)row * shape.Width) : spare;
                    Line(rgba + (4L * row * shape.Width), luma, lines[i], shape.Width, weights, path);
                }
            }

            var chroma = shape.Row(y);
            Down(lines[0], lines[1], lines[2], lines[3], planes + shape.Blue + chroma, planes + shape.Red + chroma, shape.Half, shape.Step, weights, path);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Line(byte* rgba, byte* luma, int* line, int width, in YuvFromRgb weights, HostPath path)
    {
        var x = path == HostPath.Plain ? 0 : RgbaToPlanesAvx2.Line(rgba, luma, line, width, weights);
        for (; x < width; x += 2)
        {
            byte* left = rgba + (4 * Math.Max(x - 1, 0)), self = rgba + (4 * x), right = self + 4;
            luma[x] = weights.Luma(self[0], self[1], self[2]);
            luma[x + 1] = weights.Luma(right[0], right[1], right[2]);
            int green = left[1] + (2 * self[1]) + right[1], red = left[0] + (2 * self[0]) + right[0] - green, blue = left[2] + (2 * self[2]) + right[2] - green;
            line[x / 2] = (red & 0xFFFF) | (blue << 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Down(int* a, int* b, int* c, int* d, byte* blue, byte* red, int count, int step, in YuvFromRgb weights, HostPath path)
    {
        var x = path == HostPath.Plain ? 0 : RgbaToPlanesAvx2.Down(a, b, c, d, blue, red, count / Block * Block, step, weights);
        for (; x < count; x++)
        {
            int reds = (short)a[x] + (short)d[x] + (3 * ((short)b[x] + (short)c[x])), blues = (a[x] >> 16) + (d[x] >> 16) + (3 * ((b[x] >> 16) + (c[x] >> 16)));
            blue[x * step] = weights.Blue(reds, blues);
            red[x * step] = weights.Red(reds, blues);
        }
    }
}
