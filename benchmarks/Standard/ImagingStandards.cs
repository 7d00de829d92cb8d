using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Benchmarks.Standard;

/// <summary>Imaging: 1920x1080, R'G'B'A; resizes from 2500x1667 by Lanczos; blurs of sigma 5 and of a box of 17.</summary>
internal static class ImagingStandards
{
    private const int Pixels = Data.Width * Data.Height;
    private const double Sigma = 5;
    private const int Radius = 8;
    private const string Frame = "1920x1080";
    private const string Resized = "2500x1667 to 1920x1080, Lanczos";

    public static IEnumerable<StandardKernel> All { get; } =
    [
        StandardKernel.Pixels<RgbaToPlanes>("imaging.planes", Frame + " to I420", "pixel", Pixels, Data.Width / 2, Data.Height / 2, a =>
            new(a.Noise(4 * Pixels), a.Output<byte>(I420.Length(Data.Width, Data.Height)), PlaneShape.Of(Data.Width, Data.Height, PlaneLayout.I420), new YuvFromRgb(PlaneFormat.Video))),
        StandardKernel.Pixels<PlanesToRgba>("imaging.rgba", Frame + " from I420", "pixel", Pixels, Data.Width / 2, Data.Height / 2, a =>
            new(a.Noise(I420.Length(Data.Width, Data.Height)), a.Output<byte>(4 * Pixels), PlaneShape.Of(Data.Width, Data.Height, PlaneLayout.I420), new RgbFromYuv(PlaneFormat.Video))),
        StandardKernel.Pixels<Crossfade>("imaging.crossfade", Frame, "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(4 * Pixels), a.Noise(4 * Pixels), a.Output<byte>(4 * Pixels), Data.Width, 9830)),
        StandardKernel.Pixels<CompositeOver>("imaging.over", Frame, "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(4 * Pixels), a.Noise(4 * Pixels), a.Output<byte>(4 * Pixels), Data.Width)),
        StandardKernel.Pixels<Resize>("imaging.resize", Resized, "pixel made", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(SourceLength), a.Output<byte>(4 * Pixels), a.Input(Plan.Across), a.Input(Plan.Down), Plan.Shape)).OnHostOnly(),
        StandardKernel.Pixels<ResizeLines>("imaging.resize.lines", Resized + ", across", "pixel made", (long)Data.Width * Data.SourceHeight, Data.Width, Data.SourceHeight, a =>
            new(a.Noise(SourceLength), a.Output<uint>((long)Data.Width * Data.SourceHeight), a.Input(Plan.Across), Plan.Shape, 0)).OnGpuOnly(),
        StandardKernel.Pixels<ResizeColumns>("imaging.resize.columns", Resized + ", down", "pixel made", Pixels, Data.Width, Data.Height, a =>
            new(a.Output<uint>((long)Data.Width * Data.SourceHeight), a.Output<byte>(4 * Pixels), a.Input(Plan.Down), Plan.Shape)).OnGpuOnly(),
        StandardKernel.Pixels<Blur>("imaging.blur", Frame + ", sigma 5", "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(4 * Pixels), a.Output<byte>(4 * Pixels), a.Input(GaussianWeights.Create(Sigma)), a.Input(GaussianWeights.Create(Sigma)), Gaussian)).OnHostOnly(),
        StandardKernel.Pixels<BlurLines>("imaging.blur.lines", Frame + ", sigma 5, across", "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(4 * Pixels), a.Output<ushort>(4 * Pixels), a.Input(GaussianWeights.Create(Sigma)), Gaussian)).OnGpuOnly(),
        StandardKernel.Pixels<BlurColumns>("imaging.blur.columns", Frame + ", sigma 5, down", "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Output<ushort>(4 * Pixels), a.Output<byte>(4 * Pixels), a.Input(GaussianWeights.Create(Sigma)), Gaussian)).OnGpuOnly(),
        StandardKernel.Pixels<Box>("imaging.box", Frame + ", radius 8", "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(4 * Pixels), a.Output<byte>(4 * Pixels), Boxed)).OnHostOnly(),
        StandardKernel.Pixels<BoxColumns>("imaging.box.columns", Frame + ", radius 8, down", "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Noise(4 * Pixels), a.Output<int>(4 * Pixels), Boxed)).OnGpuOnly(),
        StandardKernel.Pixels<BoxLines>("imaging.box.lines", Frame + ", radius 8, across", "pixel", Pixels, Data.Width, Data.Height, a =>
            new(a.Output<int>(4 * Pixels), a.Output<byte>(4 * Pixels), Boxed)).OnGpuOnly(),
        StandardKernel.Pixels<MapColours>("imaging.cube", Frame + ", 33 colours a side", "pixel", Pixels, Data.Width, Data.Height, a =>
        {
            const int Side = 33;
            using var cube = new ColourCube(Side, [.. Enumerable.Range(0, 3 * Side * Side * Side).Select(_ => a.Random.NextSingle())]);
            return new(a.Noise(4 * Pixels), a.Output<byte>(4 * Pixels), a.Input(cube.Table.Host.ToArray()), Data.Width, Side);
        }),
        StandardKernel.Pixels<BlendLight>("imaging.light", Frame + ", half of each", "pixel", Pixels, Data.Width, Data.Height, a => new(
            a.Noise(4 * Pixels), a.Noise(4 * Pixels), a.Output<byte>(4 * Pixels), a.Input(LinearLight.Light.Host.ToArray()), a.Input(LinearLight.Level.Host.ToArray()), Data.Width,
            new BlendField { Kind = BlendKind.Constant, Offset = 16384 })),
    ];

    private static ResizePlan Plan => new(Data.SourceWidth, Data.SourceHeight, Data.Width, Data.Height, ResizeFilter.Lanczos);

    private static int SourceLength => 4 * Data.SourceWidth * Data.SourceHeight;

    private static BlurShape Gaussian => new(Data.Width, Data.Height, 4, GaussianWeights.Radius(Sigma));

    private static BlurShape Boxed => new(Data.Width, Data.Height, 4, Radius);
}
