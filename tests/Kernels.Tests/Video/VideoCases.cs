using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Host;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Instances of the frame composition for the suite: every mix of layers, overlays, boxes and host instructions.</summary>
internal static class VideoCases
{
    public static PixelRun<FrameComposition> FrameComposition(CaseArguments arguments)
    {
        var random = arguments.Random;
        int width = arguments.EvenSize(300), height = arguments.EvenSize(30);
        var target = arguments.Output<byte>(I420.Length(width, height));
        var from = Layer(arguments, width, height);
        var mix = random.Next(4) switch { 0 => 0, 1 => FrameArithmetic.Unit, _ => random.Next(1, FrameArithmetic.Unit) };
        var to = mix == 0 ? from : Layer(arguments, width, height);
        var placed = new PlacedOverlay[random.Next(4) switch { 0 => 0, 1 => 12, _ => random.Next(1, 4) }];
        List<byte> atlas = [0];
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = Overlay(random, atlas, width, height);
        }

        var level = (HostLevel)random.Next((int)HostLevel.Vector512 + 1);
        return new(
            new(target, width, height, from, to, mix, arguments.Input(atlas.ToArray()), arguments.Input(placed.Length == 0 ? new PlacedOverlay[1] : placed), placed.Length, level),
            width / 2,
            height / 2);
    }

    public static SampledLayer Layer(CaseArguments arguments, int width, int height, double degrees = 0, FrameSampling? sampling = null)
    {
        var random = arguments.Random;
        int columns = arguments.EvenSize(200), rows = arguments.EvenSize(30);
        var picture = arguments.Bits<byte>(I420.Length(columns, rows));
        if (random.Next(3) == 0)
        {
            // The extremes of all sums.
            for (var i = 0; i < picture.Length; i++)
            {
                picture[i] = (byte)(picture[i] < 128 ? 0 : 255);
            }
        }

        double across = Scale(random), down = Scale(random);
        var box = new SampleBox(
            (random.NextDouble() * 2 * columns) - (0.5 * columns), (random.NextDouble() * 2 * rows) - (0.5 * rows), across * width, down * height);
        box = random.Next(5) == 0 ? new(0, 0, columns, rows) : box;
        var planes = arguments.Input(picture);
        return sampling is { } kind
            ? new(planes, columns, rows, box, degrees, kind, width, height)
            : new(planes, columns, rows, box, width, height);
    }

    // Much larger, about the same, at the reach of a shuffle, much smaller; near 2 the window is exactly full.
    private static double Scale(Random random) => random.Next(5) switch
    {
        0 => 0.01,
        1 => 3 + random.NextDouble(),
        2 => 1.9 + (0.2 * random.NextDouble()),
        3 => 1,
        _ => 0.8 + (0.5 * random.NextDouble()),
    };

    public static PlacedOverlay Overlay(Random random, List<byte> atlas, int width, int height)
    {
        int columns = 2 * random.Next(1, 1 + (width / 2) + 20), rows = 2 * random.Next(1, 12);
        var rgba = new byte[columns * rows * 4];
        random.NextBytes(rgba);
        for (var i = 3; i < rgba.Length; i += 4)
        {
            // Runs of nothing and of everything, and softness.
            rgba[i] = (i / 200 % 3) switch { 0 => 0, 1 => 255, _ => rgba[i] };
        }

        var cut = OverlayConversion.Convert(columns, rows, rgba);
        var opacity = random.Next(3) == 0 ? FrameArithmetic.Unit : random.Next(FrameArithmetic.Unit + 1);
        var placed = new PlacedOverlay(
            atlas.Count,
            cut.Left + (2 * random.Next(-columns / 2, (width / 2) + 5)),
            cut.Top + (2 * random.Next(-rows / 2, (height / 2) + 5)),
            cut.Width,
            cut.Height,
            opacity);
        atlas.AddRange(cut.Bytes);
        return placed;
    }
}
