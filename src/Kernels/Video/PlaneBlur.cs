using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Video;

/// <summary>A box blur of each plane of an I420 frame, chroma over half as many samples.</summary>
internal static class PlaneBlur
{
    /// <summary>Blurs a frame into another.</summary>
    /// <param name="scope">The device.</param>
    /// <param name="source">The frame.</param>
    /// <param name="target">Takes the blurred one; not the same.</param>
    /// <param name="width">Luma columns, even.</param>
    /// <param name="height">Luma rows, even.</param>
    /// <param name="radius">Luma pixels on each side.</param>
    public static void Run(IDeviceScope scope, ArrayView<byte> source, ArrayView<byte> target, int width, int height, int radius)
    {
        int luma = width * height, chroma = luma / 4;
        Run(scope, source.SubView(0, luma), target.SubView(0, luma), new BlurShape(width, height, 1, radius));
        var half = new BlurShape(width / 2, height / 2, 1, (radius + 1) / 2);
        Run(scope, source.SubView(luma, chroma), target.SubView(luma, chroma), half);
        Run(scope, source.SubView(luma + chroma, chroma), target.SubView(luma + chroma, chroma), half);
    }

    private static void Run(IDeviceScope scope, ArrayView<byte> source, ArrayView<byte> target, BlurShape shape)
    {
        if (scope.Accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            scope.Accelerator.Run(new Box(source, target, shape), shape.Width, shape.Height);
            return;
        }

        // Sums of columns, then of lines: the cost of a pixel grows with the radius, not with its square.
        var between = scope.Scratch<int>((long)shape.Width * shape.Height);
        scope.Accelerator.Run(new BoxColumns(source, between, shape), shape.Width, shape.Height);
        scope.Accelerator.Run(new BoxLines(between, target, shape), shape.Width, shape.Height);
    }
}
