using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

/// <summary>The centroid test of FORMULAS.md: a spot follows the path that the boxes describe.</summary>
public sealed class MotionTests(Devices devices)
{
    private const int Width = 1280;
    private const int Height = 720;
    private const int Frames = 100;

    // Pixels of luma; ffmpeg's zoompan is off by 1.26.
    private const double Bar = 0.02;

    public static TheoryData<int, double, double, double, double> Paths
    {
        get
        {
            var paths = new TheoryData<int, double, double, double, double>();
            for (var plane = 0; plane < 3; plane++)
            {
                paths.Add(plane, 1, 1.1, 0, 0);
                paths.Add(plane, 1.1, 1, 0, 0);
                paths.Add(plane, 1, 1, 0.05, 0);
                paths.Add(plane, 1, 1, -0.05, 0);
                paths.Add(plane, 1, 1, 0, 0.03);
                paths.Add(plane, 1, 1, 0, -0.03);
                paths.Add(plane, 1.05, 1.05, 0.04, -0.02);
                paths.Add(plane, 1.08, 1.02, -0.03, 0.01);
            }

            return paths;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_spot_follows_its_path_within_a_fiftieth_of_a_pixel(int plane, double zoomFrom, double zoomTo, double panX, double panY)
    {
        // The spot's place in luma samples; chroma lies on even columns and between two rows.
        const double X = 811.37, Y = 204.81;
        using var picture = plane == 0
            ? Blob.Picture(Width, Height, plane, X, Y, 40)
            : Blob.Picture(Width, Height, plane, X / 2, (Y - 0.5) / 2, 40);
        var start = ToLuma(Blob.Centre(picture.Planes.Host.Span, Width, Height, plane), plane);
        double worst = 0;
        for (var frame = 0; frame < Frames; frame++)
        {
            var scale = 1 / (zoomFrom + ((zoomTo - zoomFrom) * frame / Frames));
            var box = new SampleBox(((1 - scale) * 700) + (panX * frame), ((1 - scale) * 300) + (panY * frame), Width * scale, Height * scale);
            var seen = ToLuma(Blob.Centre(devices.Cpu.Compose(Width, Height, new(picture, box)), Width, Height, plane), plane);
            worst = Math.Max(worst, Math.Abs(seen.X - (((start.X + 0.5 - box.X) / scale) - 0.5)));
            worst = Math.Max(worst, Math.Abs(seen.Y - (((start.Y + 0.5 - box.Y) / scale) - 0.5)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{worst:f4} px at most");
        Assert.InRange(worst, 0, Bar);
    }

    private static (double X, double Y) ToLuma((double X, double Y) place, int plane) => plane == 0 ? place : (2 * place.X, (2 * place.Y) + 0.5);
}
