using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>First pass of <see cref="Blur"/> on GPUs, across. The CPU's way is the whole; the rows here are plain.</summary>
internal readonly struct BlurLines(ArrayView<byte> source, ArrayView<ushort> between, ArrayView<int> across, BlurShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        for (var c = 0; c < shape.Channels; c++)
        {
            between[(y * shape.Values) + (x * shape.Channels) + c] = (ushort)Blur.Across(source, across, shape, x, y, c);
        }
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
