using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// A box blur: the mean of (2 r + 1)^2 values, rounded once. <see cref="Pixel"/> defines it and repeats work: GPUs run
/// <see cref="BoxColumns"/> and <see cref="BoxLines"/> instead. The host body keeps running sums both ways, so its cost
/// does not depend on the radius.
/// </summary>
internal readonly struct Box(ArrayView<byte> source, ArrayView<byte> target, BlurShape shape) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        for (var c = 0; c < shape.Channels; c++)
        {
            var sum = 0;
            for (var k = -shape.Radius; k <= shape.Radius; k++)
            {
                sum += Down(source, shape, (BlurShape.Reflect(x + k, shape.Width, shape.Edge) * shape.Channels) + c, y);
            }

            target[(y * shape.Values) + (x * shape.Channels) + c] = Mean(sum, shape);
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &source[0], to = &target[0])
        {
            BoxBand.Run(from, to, shape, first, end, HostPaths.Best);
        }
    }

    /// <summary>The sum of a column's values about a row.</summary>
    public static int Down(ArrayView<byte> source, BlurShape shape, int at, int y)
    {
        var sum = 0;
        for (var k = -shape.Radius; k <= shape.Radius; k++)
        {
            sum += source[(BlurShape.Reflect(y + k, shape.Height, shape.Edge) * shape.Values) + at];
        }

        return sum;
    }

    /// <summary>A sum over its area, rounded: two conversions and one product, which every device rounds alike.</summary>
    public static byte Mean(int sum, BlurShape shape) => (byte)(int)((float)((2 * sum) + shape.Area) * shape.HalfPart);
}
