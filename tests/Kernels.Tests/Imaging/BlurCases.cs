using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Instances of the blurs for the suite.</summary>
internal static class BlurCases
{
    public static PixelRun<Blur> Blur(CaseArguments arguments)
    {
        var (shape, across, down) = Gaussian(arguments);
        return new(
            new(arguments.Input(arguments.Bits<byte>(shape.Values * shape.Height)), arguments.Output<byte>(shape.Values * shape.Height), arguments.Input(across), arguments.Input(down), shape),
            shape.Width,
            shape.Height);
    }

    public static PixelRun<BlurLines> BlurLines(CaseArguments arguments)
    {
        var (shape, across, _) = Gaussian(arguments);
        return new(
            new(arguments.Input(arguments.Bits<byte>(shape.Values * shape.Height)), arguments.Output<ushort>(shape.Values * shape.Height), arguments.Input(across), shape), shape.Width, shape.Height);
    }

    public static PixelRun<BlurColumns> BlurColumns(CaseArguments arguments)
    {
        var (shape, _, down) = Gaussian(arguments);
        var between = arguments.Bits<ushort>(shape.Values * shape.Height);
        foreach (ref var value in between.AsSpan())
        {
            value = (ushort)Math.Min(value >> 2, 255 << 6);
        }

        return new(new(arguments.Input(between), arguments.Output<byte>(between.Length), arguments.Input(down), shape), shape.Width, shape.Height);
    }

    public static PixelRun<Box> Box(CaseArguments arguments)
    {
        var shape = Shape(arguments, arguments.Random.Next(5));
        return new(new(arguments.Input(arguments.Bits<byte>(shape.Values * shape.Height)), arguments.Output<byte>(shape.Values * shape.Height), shape), shape.Width, shape.Height);
    }

    public static PixelRun<BoxColumns> BoxColumns(CaseArguments arguments)
    {
        var shape = Shape(arguments, arguments.Random.Next(40));
        return new(new(arguments.Input(arguments.Bits<byte>(shape.Values * shape.Height)), arguments.Output<int>(shape.Values * shape.Height), shape), shape.Width, shape.Height);
    }

    public static PixelRun<BoxLines> BoxLines(CaseArguments arguments)
    {
        var shape = Shape(arguments, arguments.Random.Next(40));
        var between = new int[shape.Values * shape.Height];
        foreach (ref var value in between.AsSpan())
        {
            value = arguments.Random.Next((255 * ((2 * shape.Radius) + 1)) + 1);
        }

        return new(new(arguments.Input(between), arguments.Output<byte>(between.Length), shape), shape.Width, shape.Height);
    }

    // Small ones, for the definition's sake: its cost is the radius squared.
    private static (BlurShape Shape, int[] Across, int[] Down) Gaussian(CaseArguments arguments)
    {
        var sigma = 0.1 + (arguments.Random.NextDouble() * 2);
        return (Shape(arguments, GaussianWeights.Radius(sigma)), GaussianWeights.Create(sigma), GaussianWeights.Create(sigma, arguments.Random.Next(2) == 0 ? 1 : arguments.Random.NextDouble()));
    }

    private static BlurShape Shape(CaseArguments arguments, int radius) => new(arguments.Size(40), arguments.Size(40), arguments.Random.Next(1, 5), radius, arguments.Random.Next(2));
}
