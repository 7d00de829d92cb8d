using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>Second pass of <see cref="Box"/> on GPUs: sums across. The CPU's way is the whole; the rows here are plain.</summary>
internal readonly struct BoxLines(ArrayView<int> between, ArrayView<byte> target, BlurShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        for (var c = 0; c < shape.Channels; c++)
        {
            var sum = 0;
            for (var k = -shape.Radius; k <= shape.Radius; k++)
            {
                sum += between[(y * shape.Values) + (BlurShape.Reflect(x + k, shape.Width, shape.Edge) * shape.Channels) + c];
            }

            target[(y * shape.Values) + (x * shape.Channels) + c] = Box.Mean(sum, shape);
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
