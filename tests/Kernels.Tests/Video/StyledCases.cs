using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Finishing;
using Gpu.Kernels.Video.Host;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Instances for the suite: every transition at any moment, overlays between pixels, every finish, both layouts.</summary>
internal static class StyledCases
{
    public static PixelRun<StyledFrame> StyledFrame(CaseArguments arguments)
    {
        var random = arguments.Random;
        int width = arguments.EvenSize(300), height = arguments.EvenSize(30);
        var target = arguments.Output<byte>(I420.Length(width, height));
        StyledLayer from = Layer(arguments, width, height), to = Layer(arguments, width, height);
        var placed = new PlacedOverlay[random.Next(3) switch { 0 => 0, _ => random.Next(1, 4) }];
        var motions = new OverlayMotion[Math.Max(1, placed.Length)];
        List<byte> atlas = [0];
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = VideoCases.Overlay(random, atlas, width, height);
            motions[i] = random.Next(4) == 0 ? default : new(2 * random.NextDouble(), random.Next(2) * 2 * random.NextDouble());
        }

        using var picture = new FramePicture(2, 2, new byte[6]);
        var layer = new FrameLayer(picture, new SampleBox(0, 0, 2, 2));
        var transition = (Transition)random.Next(Enum.GetValues<Transition>().Length);
        var plan = random.Next(6) == 0
            ? TransitionPlan.Alone(layer)
            : TransitionPlan.Of(transition, random.NextDouble(), layer, layer, width, height);
        var style = new FrameStyle
        {
            Field = plan.Field,
            Blocks = plan.Blocks,
            Finish = FrameFinish.Of(Options(random), width, height),
            Layout = (FrameLayout)random.Next(2),
        };
        var overlays = new StyledOverlays(
            arguments.Input(atlas.ToArray()), arguments.Input(placed.Length == 0 ? new PlacedOverlay[1] : placed), arguments.Input(motions), placed.Length);
        var level = (HostLevel)random.Next((int)HostLevel.Vector512 + 1);
        return new(
            new(target, width, height, from, to, overlays, arguments.Input(BlueNoise.Tile.Host.ToArray()), style, level), width / 2, height / 2);
    }

    private static StyledLayer Layer(CaseArguments arguments, int width, int height)
    {
        var random = arguments.Random;
        var degrees = random.Next(4) switch { 0 => 90.0 * random.Next(1, 5), 1 => 720 * (random.NextDouble() - 0.5), _ => 0 };
        var picture = VideoCases.Layer(arguments, width, height, degrees, (FrameSampling)random.Next(2));
        return random.Next(3) == 0 ? new StyledLayer(picture, VideoCases.Layer(arguments, width, height), true) : StyledLayer.Alone(picture);
    }

    public static ItemRun<RowBlur> RowBlur(CaseArguments arguments)
    {
        int width = arguments.EvenSize(300), height = arguments.EvenSize(30);
        var source = arguments.Input(arguments.Bits<byte>(I420.Length(width, height)));
        var target = arguments.Output<byte>(I420.Length(width, height));
        return new(new(source, target, width, height, arguments.Random.Next(1, width + 1)), 2 * height);
    }

    private static FrameOptions Options(Random random)
    {
        double Some() => random.Next(3) switch { 0 => 0, 1 => random.Next(2) == 0 ? -1 : 1, _ => (2 * random.NextDouble()) - 1 };
        return new()
        {
            Brightness = Some(),
            Contrast = Some(),
            Saturation = Some(),
            Vignette = random.Next(2) * random.NextDouble(),
            Dither = random.Next(2) == 0,
            FrameNumber = random.Next(),
        };
    }
}
