using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// A Gaussian blur: across, rounded to 8.6 bits, then down, rounded to 8. Weights are <see cref="GaussianWeights"/>.
/// <see cref="Pixel"/> defines it from the source alone and repeats work: GPUs run <see cref="BlurLines"/> and
/// <see cref="BlurColumns"/> instead. The host body makes each line once a band.
/// </summary>
internal readonly struct Blur(ArrayView<byte> source, ArrayView<byte> target, ArrayView<int> across, ArrayView<int> down, BlurShape shape) : IPixelOperation
{
    /// <summary>What is left after the pass across: 6 fraction bits.</summary>
    public const int AcrossShift = GaussianWeights.Bits - 6;

    /// <summary>After the pass down.</summary>
    public const int DownShift = GaussianWeights.Bits + 6;

    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        for (var c = 0; c < shape.Channels; c++)
        {
            var sum = 1 << (DownShift - 1);
            for (var k = -shape.Radius; k <= shape.Radius; k++)
            {
                sum += down[k < 0 ? -k : k] * Across(source, across, shape, x, BlurShape.Reflect(y + k, shape.Height, shape.Edge), c);
            }

            target[(y * shape.Values) + (x * shape.Channels) + c] = (byte)(sum >> DownShift);
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &source[0], to = &target[0])
        {
            fixed (int* acrossWeights = &across[0], downWeights = &down[0])
            {
                BlurBand.Run(from, to, acrossWeights, downWeights, shape, first, end, HostPaths.Best);
            }
        }
    }

    /// <summary>A value blurred across.</summary>
    public static int Across(ArrayView<byte> source, ArrayView<int> weights, BlurShape shape, int x, int y, int c)
    {
        var sum = 1 << (AcrossShift - 1);
        for (var k = -shape.Radius; k <= shape.Radius; k++)
        {
            sum += weights[k < 0 ? -k : k] * source[(y * shape.Values) + (BlurShape.Reflect(x + k, shape.Width, shape.Edge) * shape.Channels) + c];
        }

        return sum >> AcrossShift;
    }
}
