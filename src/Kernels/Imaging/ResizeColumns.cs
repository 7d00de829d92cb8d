using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Second pass of a resize on GPUs: the columns of what <see cref="ResizeLines"/> made. The grid is (width, height). The
/// CPU's way is <see cref="Resize"/>, so the rows here are plain.
/// </summary>
internal readonly struct ResizeColumns(ArrayView<uint> between, ArrayView<byte> target, ArrayView<int> down, ResizeShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var entry = y * (shape.DownTaps + ResampleWeights.Header);
        var at = (down[entry] * shape.Width) + x;
        int red = ResampleWeights.Half, green = ResampleWeights.Half, blue = ResampleWeights.Half, alpha = ResampleWeights.Half;
        for (var k = 0; k < down[entry + 1]; k++)
        {
            var weight = down[entry + ResampleWeights.Header + k];
            var pixel = between[at];
            red += weight * (int)(pixel & 255);
            green += weight * (int)((pixel >> 8) & 255);
            blue += weight * (int)((pixel >> 16) & 255);
            alpha += weight * (int)(pixel >> 24);
            at += shape.Width;
        }

        Resample.Store(target, shape, x, y, Resample.Clip(red), Resample.Clip(green), Resample.Clip(blue), Resample.Clip(alpha));
    }

    /// <inheritdoc/>
    public void Rows(int first, int end)
    {
        for (var y = first; y < end; y++)
        {
            for (var x = 0; x < shape.Width; x++)
            {
                Pixel(x, y);
            }
        }
    }
}
