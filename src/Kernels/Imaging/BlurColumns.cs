using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>Second pass of <see cref="Blur"/> on GPUs, down. The CPU's way is the whole; the rows here are plain.</summary>
internal readonly struct BlurColumns(ArrayView<ushort> between, ArrayView<byte> target, ArrayView<int> down, BlurShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        for (var c = 0; c < shape.Channels; c++)
        {
            var at = (x * shape.Channels) + c;
            var sum = 1 << (Blur.DownShift - 1);
            for (var k = -shape.Radius; k <= shape.Radius; k++)
            {
                sum += down[k < 0 ? -k : k] * between[(BlurShape.Reflect(y + k, shape.Height, shape.Edge) * shape.Values) + at];
            }

            target[(y * shape.Values) + at] = (byte)(sum >> Blur.DownShift);
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
