using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Imaging;

/// <summary>Host body of <see cref="PlanesToRgba"/>: for each line chroma mixed down, x 4, then pixels.</summary>
internal static unsafe class PlanesToRgbaRows
{
    public static void Convert(byte* planes, byte* rgba, in PlaneShape shape, in RgbFromYuv weights, int first, int end, HostPath path)
    {
        var stride = HostScratch.Aligned((shape.Half + 1) * sizeof(ushort)) / sizeof(ushort);
        var blue = (ushort*)HostScratch.Take(2L * stride * sizeof(ushort));
        var red = blue + stride;
        for (var line = 2 * first; line < 2 * end; line++)
        {
            int near = shape.Row(line / 2), far = shape.Row(Math.Clamp((line / 2) + (2 * (line & 1)) - 1, 0, (shape.Height / 2) - 1));
            Mix(planes + shape.Blue + near, planes + shape.Blue + far, blue, shape, path);
            Mix(planes + shape.Red + near, planes + shape.Red + far, red, shape, path);
            Line(planes + ((long)line * shape.Width), blue, red, rgba + (4L * line * shape.Width), shape.Width, weights, path);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(byte* near, byte* far, ushort* line, in PlaneShape shape, HostPath path)
    {
        var x = path == HostPath.Plain ? 0 : PlanesToRgbaAvx2.Mix(near, far, line, shape.Half, shape.Step);
        for (; x < shape.Half; x++)
        {
            line[x] = (ushort)((3 * near[x * shape.Step]) + far[x * shape.Step]);
        }

        line[shape.Half] = line[shape.Half - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Line(byte* luma, ushort* blue, ushort* red, byte* rgba, int width, in RgbFromYuv weights, HostPath path)
    {
        var x = path == HostPath.Plain ? 0 : PlanesToRgbaAvx2.Line(luma, blue, red, rgba, width, weights);
        for (; x < width; x++)
        {
            int k = x / 2, next = k + (x & 1), y = 8 * luma[x], u = blue[k] + blue[next], v = red[k] + red[next];
            rgba[4 * x] = weights.Red(y, v);
            rgba[(4 * x) + 1] = weights.Green(y, u, v);
            rgba[(4 * x) + 2] = weights.Blue(y, u);
            rgba[(4 * x) + 3] = 255;
        }
    }
}
