using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Instances of the imaging operations for the suite.</summary>
internal static class ImagingCases
{
    public static PixelRun<RgbaToPlanes> RgbaToPlanes(CaseArguments arguments)
    {
        int width = arguments.EvenSize(), height = arguments.EvenSize();
        var format = Format(arguments);
        return new(
            new(arguments.Input(arguments.Bits<byte>(4 * width * height)), arguments.Output<byte>(width * height / 2 * 3), PlaneShape.Of(width, height, format.Layout), new YuvFromRgb(format)),
            width / 2,
            height / 2);
    }

    public static PixelRun<PlanesToRgba> PlanesToRgba(CaseArguments arguments)
    {
        int width = arguments.EvenSize(), height = arguments.EvenSize();
        var format = Format(arguments);
        return new(
            new(arguments.Input(arguments.Bits<byte>(width * height / 2 * 3)), arguments.Output<byte>(4 * width * height), PlaneShape.Of(width, height, format.Layout), new RgbFromYuv(format)),
            width / 2,
            height / 2);
    }

    public static PixelRun<Crossfade> Crossfade(CaseArguments arguments)
    {
        int width = arguments.Size(), height = arguments.Size(), length = 4 * width * height;
        var weight = arguments.Random.Next(4) == 0 ? Kernels.Imaging.Crossfade.Whole : arguments.Random.Next(Kernels.Imaging.Crossfade.Whole + 1);
        return new(new(arguments.Input(arguments.Bits<byte>(length)), arguments.Input(arguments.Bits<byte>(length)), arguments.Output<byte>(length), width, weight), width, height);
    }

    public static PixelRun<CompositeOver> CompositeOver(CaseArguments arguments)
    {
        int width = arguments.Size(), height = arguments.Size(), length = 4 * width * height;
        return new(new(arguments.Input(Rgba(arguments, width * height)), arguments.Input(arguments.Bits<byte>(length)), arguments.Output<byte>(length), width), width, height);
    }

    public static PixelRun<Resize> Resize(CaseArguments arguments)
    {
        var (plan, shape) = Shape(arguments);
        return new(
            new(arguments.Input(Picture(arguments, shape)), arguments.Output<byte>(shape.Width * shape.Height * shape.Channels), arguments.Input(plan.Across), arguments.Input(plan.Down), shape),
            shape.Width,
            shape.Height);
    }

    public static PixelRun<ResizeLines> ResizeLines(CaseArguments arguments)
    {
        var (plan, shape) = Shape(arguments);
        var rows = plan.SourceRows;
        return new(new(arguments.Input(Picture(arguments, shape)), arguments.Output<uint>(shape.Width * shape.SourceHeight), arguments.Input(plan.Across), shape, rows.First), shape.Width, rows.End - rows.First);
    }

    public static PixelRun<ResizeColumns> ResizeColumns(CaseArguments arguments)
    {
        var (plan, shape) = Shape(arguments);
        return new(
            new(arguments.Input(arguments.Bits<uint>(shape.Width * shape.SourceHeight)), arguments.Output<byte>(shape.Width * shape.Height * shape.Channels), arguments.Input(plan.Down), shape),
            shape.Width,
            shape.Height);
    }

    private static PlaneFormat Format(CaseArguments arguments) =>
        new((PlaneLayout)arguments.Random.Next(2), (ColourMatrix)arguments.Random.Next(2), (ColourRange)arguments.Random.Next(2));

    private static (ResizePlan Plan, ResizeShape Shape) Shape(CaseArguments arguments)
    {
        int sourceWidth = arguments.Size(), sourceHeight = arguments.Size(), width = arguments.Size(), height = arguments.Size();
        var plan = new ResizePlan(
            sourceWidth, sourceHeight, width, height, (ResizeFilter)arguments.Random.Next(4), arguments.Random.Next(2) == 0 ? null : Pictures.Box(arguments.Random, sourceWidth, sourceHeight));
        var alpha = (ResizeAlpha)arguments.Random.Next(3);
        var channels = alpha == ResizeAlpha.Ignore ? arguments.Random.Next(3, 5) : 4;
        return (plan, plan.Shape with { Channels = channels, Alpha = alpha, Background = arguments.Random.Next(0x1000000) });
    }

    private static byte[] Picture(CaseArguments arguments, ResizeShape shape) => shape.Channels == 3
        ? arguments.Bits<byte>(3 * shape.SourceWidth * shape.SourceHeight)
        : Rgba(arguments, shape.SourceWidth * shape.SourceHeight);

    // Alpha is 0 or 255 more often than chance has it.
    private static byte[] Rgba(CaseArguments arguments, int pixels)
    {
        var rgba = arguments.Bits<byte>(4 * pixels);
        for (var i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = arguments.Random.Next(4) switch { 0 => 0, 1 => 255, _ => rgba[i] };
        }

        return rgba;
    }
}
