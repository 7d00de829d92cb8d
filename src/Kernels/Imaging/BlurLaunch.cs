using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>How a blur is launched on each kind of accelerator: one pass over bands on the CPU, else two.</summary>
internal static class BlurLaunch
{
    public static void Run(Accelerator accelerator, ArrayView<byte> source, ArrayView<byte> target, ArrayView<int> across, ArrayView<int> down, ArrayView<ushort> between, BlurShape shape)
    {
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            accelerator.Run(new Blur(source, target, across, down, shape), shape.Width, shape.Height);
        }
        else
        {
            accelerator.Run(new BlurLines(source, between, across, shape), shape.Width, shape.Height);
            accelerator.Run(new BlurColumns(between, target, down, shape), shape.Width, shape.Height);
        }
    }
}
