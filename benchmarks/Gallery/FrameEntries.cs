using Gpu.Kernels.Imaging;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;

namespace Gpu.Benchmarks.Gallery;

/// <summary>What else a frame can do.</summary>
internal static class FrameEntries
{
    private const string Section = "Frames";
    private const int CubeSide = 17;

    public static IEnumerable<GalleryEntry> All { get; } =
    [
        new(Section, "sampling", "FrameOptions.Sampling", "a part enlarged eight times: FrameSampling.Bilinear, FrameSampling.Bicubic", s =>
            new[] { FrameSampling.Bilinear, FrameSampling.Bicubic }.Select(sampling => Part(s, 1 / 8.0, 0, sampling))),
        new(Section, "rotation", "FrameLayer.Rotation", "turned by 0, 5 and 15 degrees", s => new[] { 0.0, 5, 15 }.Select(r => Part(s, 0.6, r, FrameSampling.Bicubic))),
        new(Section, "ground", "FrameLayer.Ground, BackgroundFill", "a picture of another shape: its edges repeated, and over its own blur", s => [Fitted(s, false), Fitted(s, true)]),
        new(Section, "brightness", "FrameOptions.Brightness", "-0.3, 0, 0.3", s => Each(s, -0.3, 0.3, v => new() { Brightness = v })),
        new(Section, "contrast", "FrameOptions.Contrast", "-0.5, 0, 0.5", s => Each(s, -0.5, 0.5, v => new() { Contrast = v })),
        new(Section, "saturation", "FrameOptions.Saturation", "-1, 0, 0.8", s => Each(s, -1, 0.8, v => new() { Saturation = v })),
        new(Section, "vignette", "FrameOptions.Vignette", "0, 0.3, 0.8", s => new[] { 0, 0.3, 0.8 }.Select(v => s.Frame(new FrameOptions { Vignette = v }))),
        new(Section, "cube", "FrameOptions.Cube, ColourCube", "as it is; a warm print with lifted blacks; teal shadows and orange lights: tables of 17 colours a side", s =>
            new Func<double, double, double, (double R, double G, double B)>?[] { null, Print, Teal }.Select(look => Graded(s, look))),
        new(Section, "linear-light", "FrameOptions.LinearLight", "the middle of a fade as numbers mix, and as light mixes", s => [Mixed(s, false), Mixed(s, true)]),
        new(Section, "dither", "FrameOptions.Dither", "a dark slope of four levels, brightened after the frame was made: without, and with", s => [Slope(s, false), Slope(s, true)]),
        new(Section, "overlay", "FrameOverlay", "a logo with soft edges: opaque, at half opacity, and moved by half pixels", s => [Logo(s, 1, 0), Logo(s, 0.5, 0), Logo(s, 1, 0.5)]),
    ];

    private static IEnumerable<GalleryPicture> Each(GalleryStudio studio, double low, double high, Func<double, FrameOptions> options) =>
        new[] { low, 0, high }.Select(v => studio.Frame(options(v)));

    private static GalleryPicture Part(GalleryStudio studio, double scale, double rotation, FrameSampling sampling)
    {
        using var picture = studio.Prepare(studio.First, 480, 272);
        double width = 480 * scale, height = 272 * scale;
        var box = new SampleBox(240 - (width / 2), 150 - (height / 2), width, height);
        return studio.Frame(new FrameLayer(picture, box) { Rotation = rotation }, null, 0, new FrameOptions { Sampling = sampling });
    }

    private static GalleryPicture Fitted(GalleryStudio studio, bool grounded)
    {
        var tin = studio.Load("tea/images/tin.jpg");
        var ground = new byte[I420.Length(GalleryStudio.Width, GalleryStudio.Height)];
        studio.Accelerator.Execute(new BackgroundFill(tin.Width, tin.Height, tin.Rgba, GalleryStudio.Width, GalleryStudio.Height, 8, 0.8, 0, ground));
        using var picture = studio.Prepare(tin, GalleryStudio.Height, GalleryStudio.Height);
        using var behind = new FramePicture(GalleryStudio.Width, GalleryStudio.Height, ground);
        var box = new SampleBox((GalleryStudio.Height - GalleryStudio.Width) / 2.0, 0, GalleryStudio.Width, GalleryStudio.Height);
        return studio.Frame(new FrameLayer(picture, box) { Ground = grounded ? behind : null }, null, 0, default);
    }

    private static GalleryPicture Graded(GalleryStudio studio, Func<double, double, double, (double R, double G, double B)>? look)
    {
        if (look is null)
        {
            return studio.Frame(default(FrameOptions));
        }

        const double Last = CubeSide - 1;
        var colours = new float[3 * CubeSide * CubeSide * CubeSide];
        for (var i = 0; i < colours.Length / 3; i++)
        {
            var (r, g, b) = look(i % CubeSide / Last, i / CubeSide % CubeSide / Last, i / (CubeSide * CubeSide) / Last);
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = ((float)r, (float)g, (float)b);
        }

        using var cube = new ColourCube(CubeSide, colours);
        return studio.Frame(new FrameOptions { Cube = cube });
    }

    private static (double R, double G, double B) Print(double r, double g, double b) => (0.06 + (0.94 * Math.Pow(r, 0.9)), 0.05 + (0.9 * g), 0.08 + (0.74 * b));

    private static (double R, double G, double B) Teal(double r, double g, double b)
    {
        var light = (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
        return (r + (0.25 * (light - 0.4)), g + (0.04 * (0.5 - light)), b - (0.25 * (light - 0.4)));
    }

    private static GalleryPicture Mixed(GalleryStudio studio, bool light)
    {
        using FramePicture first = studio.Prepare(studio.First, GalleryStudio.Width, GalleryStudio.Height), second = studio.Prepare(studio.Second, GalleryStudio.Width, GalleryStudio.Height);
        var whole = new SampleBox(0, 0, GalleryStudio.Width, GalleryStudio.Height);
        return studio.Frame(new FrameLayer(first, whole), new FrameLayer(second, whole), 0.5, new FrameOptions { LinearLight = light });
    }

    private static GalleryPicture Slope(GalleryStudio studio, bool dither)
    {
        // Eight wide, so that enlarging it makes values between the levels.
        var planes = new byte[I420.Length(8, 8)];
        planes.AsSpan().Fill(128);
        for (var i = 0; i < 64; i++)
        {
            planes[i] = (byte)(16 + (i % 8 / 2));
        }

        using var picture = new FramePicture(8, 8, planes);
        var frame = studio.Frame(new FrameLayer(picture, new SampleBox(0, 0, 8, 8)), null, 0, new FrameOptions { Dither = dither, Sampling = FrameSampling.Bilinear });
        return frame with { Rgba = [.. frame.Rgba.Select((v, i) => i % 4 == 3 ? v : (byte)Math.Min(255, 40 * v))] };
    }

    private static GalleryPicture Logo(GalleryStudio studio, double opacity, double move)
    {
        var logo = studio.Load("tea/images/logo.png");
        var small = studio.Resized(logo, 160, 50, ResizeFilter.Lanczos, CropBox.All(logo.Width, logo.Height));
        using var overlay = OverlayPicture.FromRgba(small.Width, small.Height, small.Rgba);
        using var picture = studio.Prepare(studio.Second, GalleryStudio.Width, GalleryStudio.Height);
        return studio.Frame(
            new FrameLayer(picture, new SampleBox(0, 0, GalleryStudio.Width, GalleryStudio.Height)), null, 0, default, new FrameOverlay(overlay, 40, 42, opacity) { MoveX = move, MoveY = move });
    }
}
