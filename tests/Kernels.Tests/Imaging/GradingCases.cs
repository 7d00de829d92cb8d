using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Instances of the operations on colours for the suite.</summary>
internal static class GradingCases
{
    public static PixelRun<MapColours> MapColours(CaseArguments arguments)
    {
        int width = arguments.Size(), height = arguments.Size(), length = 4 * width * height, size = arguments.Random.Next(2, 18);
        using var cube = Cube(arguments.Random, size);
        return new(new(arguments.Input(arguments.Bits<byte>(length)), arguments.Output<byte>(length), arguments.Input(cube.Table.Host.ToArray()), width, size), width, height);
    }

    public static PixelRun<BlendLight> BlendLight(CaseArguments arguments)
    {
        int width = arguments.EvenSize(), height = arguments.EvenSize(), length = 4 * width * height;
        using var picture = new FramePicture(2, 2, new byte[6]);
        var layer = new FrameLayer(picture, new SampleBox(0, 0, 2, 2));
        var transition = (Transition)arguments.Random.Next(Enum.GetValues<Transition>().Length);
        var plan = TransitionPlan.Of(transition, arguments.Random.NextDouble(), layer, layer, width, height);
        return new(
            new(
                arguments.Input(arguments.Bits<byte>(length)), arguments.Input(arguments.Bits<byte>(length)), arguments.Output<byte>(length),
                arguments.Input(LinearLight.Light.Host.ToArray()), arguments.Input(LinearLight.Level.Host.ToArray()), width, plan.Field),
            width,
            height);
    }

    public static ColourCube Cube(Random random, int size) =>
        new(size, [.. Enumerable.Range(0, 3 * size * size * size).Select(_ => (random.NextSingle() * 1.2f) - 0.1f)]);
}
