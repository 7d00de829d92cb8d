using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Video;

namespace Gpu.Benchmarks.Standard;

/// <summary>Frames of 1920x1080 as the library makes them, each from pictures of its own.</summary>
internal static class StandardFrames
{
    private const double Mix = 0.3;
    private const int PictureWidth = 2208;
    private const int PictureHeight = 1242;

    /// <summary>Their names, and what makes them.</summary>
    public static IEnumerable<(string Name, Func<OwnedCall> Open)> All =>
    [
        ("ComposeFrame, one picture", static () => Frame(Moving(1), null, default)),
        ("ComposeFrame, one picture, NV12", static () => Frame(Moving(1), null, new FrameOptions { Layout = FrameLayout.Nv12 })),
        ("ComposeFrame, bicubic", static () => Frame(Moving(1), null, new FrameOptions { Sampling = FrameSampling.Bicubic })),
        ("ComposeFrame, made smaller", static () => Frame(new FrameLayer(Picture(PictureWidth, PictureHeight, 1), new SampleBox(0, 0, PictureWidth, PictureHeight)), null, default)),
        ("ComposeFrame, turned", static () => Turned(FrameSampling.Bilinear)),
        ("ComposeFrame, turned, bicubic", static () => Turned(FrameSampling.Bicubic)),
        ("ComposeFrame, on a ground", static () => Frame(Narrow(1), null, default)),
        ("ComposeFrame, colour cube", static () => Frame(Moving(1), null, new FrameOptions { Cube = Cube() })),
        ("ComposeFrame, linear light", static () => Frame(Moving(1), Moving(2), new FrameOptions { LinearLight = true })),
        ("ComposeFrame, contrast, vignette, dither", static () => Frame(Moving(1), null, new FrameOptions { Contrast = 0.1, Vignette = 0.3, Dither = true })),
        .. Enum.GetValues<Transition>().Select(t => ($"ComposeFrame, {t}", (Func<OwnedCall>)(() => Frame(Moving(1), Moving(2), new FrameOptions { Transition = t })))),
    ];

    /// <summary>A picture turned by 12 degrees that fills the frame.</summary>
    public static OwnedCall Turned(FrameSampling sampling) =>
        Frame(Moving(1) with { Rotation = 12 }, null, new FrameOptions { Sampling = sampling });

    /// <summary>A transition between two pictures that stand still, pixel on pixel, as ffmpeg's have them.</summary>
    public static OwnedCall Still(Transition transition, byte[] first, byte[] second)
    {
        FrameLayer Whole(byte[] planes) => new(new FramePicture(Data.Width, Data.Height, planes), new SampleBox(0, 0, Data.Width, Data.Height));
        return Frame(Whole(first), Whole(second), new FrameOptions { Transition = transition });
    }

    /// <summary>A table of 33 colours a side that bends all three channels.</summary>
    public static ColourCube Cube() => new(CubeSize, CubeColours());

    public const int CubeSize = 33;

    public static float[] CubeColours() =>
    [
        .. Enumerable.Range(0, CubeSize * CubeSize * CubeSize).SelectMany(static i =>
        {
            float r = i % CubeSize / 32f, g = i / CubeSize % CubeSize / 32f, b = i / CubeSize / CubeSize / 32f;
            return new[] { MathF.Sqrt(r) * (0.8f + (0.2f * b)), (g * g * 0.9f) + (0.1f * r), (0.7f * b) + (0.3f * g * r) };
        }),
    ];

    private static FrameLayer Moving(int seed) =>
        new(Picture(PictureWidth, PictureHeight, seed), new SampleBox(31.37, 17.83, Data.Width * 1.09, Data.Height * 1.09));

    // An upright picture in the middle, and its ground.
    private static FrameLayer Narrow(int seed) =>
        new(Picture(1000, 1400, seed), new SampleBox(-700.5, 20.25, 2400, 1350)) { Ground = Picture(Data.Width, Data.Height, seed + 1) };

    private static FramePicture Picture(int width, int height, int seed) => new(width, height, Data.Noise(I420.Length(width, height), seed));

    private static OwnedCall Frame(FrameLayer from, FrameLayer? to, FrameOptions options)
    {
        var device = new BenchDevice();
        var work = new ComposeFrame(Data.Width, Data.Height, from, to, to is null ? 0 : Mix, [], new byte[I420.Length(Data.Width, Data.Height)], options);
        IDisposable?[] owned = [from.Picture, from.Ground, to?.Picture, options.Cube];
        return new OwnedCall(() => device.Execute(work), [.. owned.OfType<IDisposable>(), device]);
    }
}
