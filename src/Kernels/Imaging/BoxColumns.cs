using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>First pass of <see cref="Box"/> on GPUs: sums down. The CPU's way is the whole; the rows here are plain.</summary>
internal readonly struct BoxColumns(ArrayView<byte> source, ArrayView<int> between, BlurShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        for (var c = 0; c < shape.Channels; c++)
        {
            var at = (x * shape.Channels) + c;
            between[(y * shape.Values) + at] = Box.Down(source, shape, at, y);
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
