using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>The smallest pixel operation: it shows how one joins, and that the suite's own machinery works.</summary>
internal readonly struct ByteMix(ArrayView<byte> from, ArrayView<byte> to, ArrayView<byte> into, int width, int weight) : IPixelOperation
{
    public static PixelRun<ByteMix> Make(CaseArguments arguments)
    {
        int width = arguments.Size(), height = arguments.Size(30), length = width * height;
        return new(
            new ByteMix(
                arguments.Input(arguments.Bits<byte>(length)),
                arguments.Input(arguments.Bits<byte>(length)),
                arguments.Output<byte>(length),
                width,
                arguments.Random.Next(257)),
            width,
            height);
    }

    public void Pixel(int x, int y)
    {
        var i = (y * width) + x;
        into[i] = (byte)(((from[i] * (256 - weight)) + (to[i] * weight) + 128) >> 8);
    }

    [IntrinsicImplementation]
    public void Rows(int first, int end)
    {
        for (var y = first; y < end; y++)
        {
            for (var x = 0; x < width; x++)
            {
                Pixel(x, y);
            }
        }
    }
}
