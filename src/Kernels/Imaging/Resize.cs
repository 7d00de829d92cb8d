using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Antialiased resize, Pillow's bits (Resample.c): resized across and rounded to 8 bits, then down; sums of 8-bit pixels
/// x 22-bit weights. <see cref="Pixel"/> defines it from the source alone and repeats work: GPUs run <see cref="ResizeLines"/>
/// and <see cref="ResizeColumns"/> instead. The host body makes each line once and keeps only those that the window needs.
/// </summary>
internal readonly struct Resize(ArrayView<byte> source, ArrayView<byte> target, ArrayView<int> across, ArrayView<int> down, ResizeShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var entry = y * (shape.DownTaps + ResampleWeights.Header);
        int red = ResampleWeights.Half, green = ResampleWeights.Half, blue = ResampleWeights.Half, alpha = ResampleWeights.Half;
        for (var k = 0; k < down[entry + 1]; k++)
        {
            var weight = down[entry + ResampleWeights.Header + k];
            var pixel = Resample.Across(source, across, shape, x, down[entry] + k);
            red += weight * (int)(pixel & 255);
            green += weight * (int)((pixel >> 8) & 255);
            blue += weight * (int)((pixel >> 16) & 255);
            alpha += weight * (int)(pixel >> 24);
        }

        Resample.Store(target, shape, x, y, Resample.Clip(red), Resample.Clip(green), Resample.Clip(blue), Resample.Clip(alpha));
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &source[0], to = &target[0])
        {
            fixed (int* acrossTable = &across[0], downTable = &down[0])
            {
                ResizeBand.Run(from, to, acrossTable, downTable, shape, first, end, HostPaths.Best);
            }
        }
    }
}
