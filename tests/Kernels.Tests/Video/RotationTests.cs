using System.Globalization;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

public sealed class RotationTests(Devices devices)
{
    private const int Columns = 96;
    private const int Rows = 64;
    private const int Width = 120;
    private const int Height = 50;

    // scipy's affine_transform, linear, in doubles; OpenCV's warpAffine rounds places to 1/32 of a pixel.
    [Theory]
    [InlineData(10, FrameSampling.Bilinear)]
    [InlineData(-37.5, FrameSampling.Bilinear)]
    [InlineData(90, FrameSampling.Bilinear)]
    [InlineData(180, FrameSampling.Bilinear)]
    [InlineData(271.25, FrameSampling.Bilinear)]
    public async Task Each_plane_is_within_rounding_of_scipys(double degrees, FrameSampling sampling)
    {
        using var picture = Frames.Random(Columns, Rows);
        SampleBox box = new(11.3, 5.9, 70.5, 30.25);
        var expected = await Reference.PythonAsync(
            """
            import sys
            import numpy as np
            from scipy.ndimage import affine_transform
            degrees, x, y, w, h, W, H, C, R = [float(a) for a in sys.argv[1:]]
            W, H, C, R = int(W), int(H), int(C), int(R)
            data = np.frombuffer(sys.stdin.buffer.read(), np.uint8).astype(float)
            t = np.radians(degrees)
            def place(X, Y):
                # Of a frame's luma place, centres at whole numbers, the picture's.
                ox, oy = (X + .5 - W / 2) * w / W, (Y + .5 - H / 2) * h / H
                return np.cos(t) * ox + np.sin(t) * oy + x + w / 2 - .5, -np.sin(t) * ox + np.cos(t) * oy + y + h / 2 - .5
            def chroma(X, Y):
                u, v = place(2 * X, 2 * Y + .5)
                return u / 2, (v - .5) / 2
            start = 0
            for f, W2, H2, C2, R2 in ((place, W, H, C, R), (chroma, W // 2, H // 2, C // 2, R // 2), (chroma, W // 2, H // 2, C // 2, R // 2)):
                plane = data[start:start + C2 * R2].reshape(R2, C2)
                start += C2 * R2
                (u0, v0), (u1, v1), (u2, v2) = f(0, 0), f(1, 0), f(0, 1)
                out = affine_transform(plane, [[v2 - v0, v1 - v0], [u2 - u0, u1 - u0]], [v0, u0], (H2, W2), order=1, mode='nearest')
                sys.stdout.buffer.write(out.astype('<f8').tobytes())
            """,
            picture.Planes.Host,
            new[] { degrees, box.X, box.Y, box.Width, box.Height, Width, Height, Columns, Rows }.Select(v => v.ToString(CultureInfo.InvariantCulture)));
        var frame = devices.Cpu.Styled(Width, Height, new(picture, box) { Rotation = degrees }, null, 0, new FrameOptions { Sampling = sampling });
        for (var i = 0; i < frame.Length; i++)
        {
            var exact = BitConverter.ToDouble(expected, 8 * i);

            // Weights across have 8 bits: half a level of rounding and up to as much of theirs between black and white.
            Assert.InRange(frame[i], exact - 1.05, exact + 1.05);
        }
    }

    [Theory]
    [InlineData(FrameSampling.Bilinear)]
    [InlineData(FrameSampling.Bicubic)]
    public void A_full_turn_is_none(FrameSampling sampling)
    {
        using var picture = Frames.Random(Columns, Rows);
        FrameLayer still = new(picture, new SampleBox(3.4, 2.2, 80, 40));
        var options = new FrameOptions { Sampling = sampling };
        Assert.Equal(
            devices.Cpu.Styled(Width, Height, still, null, 0, options), devices.Cpu.Styled(Width, Height, still with { Rotation = 360 }, null, 0, options));
    }

    // The centroid test of FORMULAS.md while the picture turns and comes nearer.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 1.2)]
    [InlineData(0, 0.5)]
    public void A_spot_goes_round_within_a_fiftieth_of_a_pixel(int plane, double zoom)
    {
        const int Wide = 1280, High = 720;
        const double X = 811.37, Y = 264.81;
        using var picture = plane == 0 ? Blob.Picture(Wide, High, plane, X, Y, 40) : Blob.Picture(Wide, High, plane, X / 2, (Y - 0.5) / 2, 40);
        var start = Luma(Blob.Centre(picture.Planes.Host.Span, Wide, High, plane), plane);
        double worst = 0;
        for (var frame = 0; frame < 60; frame++)
        {
            double degrees = 0.37 * frame, scale = 1 / (1 + ((zoom - 1) * frame / 60));
            var box = new SampleBox((1 - scale) * 0.5 * Wide, (1 - scale) * 0.5 * High, scale * Wide, scale * High);
            var seen = Luma(Blob.Centre(devices.Cpu.Compose(Wide, High, new FrameLayer(picture, box) { Rotation = degrees }), Wide, High, plane), plane);
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            double right = (start.X + 0.5 - (Wide / 2.0)) / scale, below = (start.Y + 0.5 - (High / 2.0)) / scale;
            worst = Math.Max(worst, Math.Abs(seen.X - ((cos * right) - (sin * below) + (Wide / 2.0) - 0.5)));
            worst = Math.Max(worst, Math.Abs(seen.Y - ((sin * right) + (cos * below) + (High / 2.0) - 0.5)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{worst:f4} px at most"));
        Assert.InRange(worst, 0, 0.02);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-3601)]
    public void Rotations_that_are_none_are_refused_by_name(double degrees)
    {
        using var picture = Frames.Random(4, 4);
        var error = Assert.Throws<ArgumentException>(() => devices.Cpu.Compose(4, 4, Frames.Whole(picture) with { Rotation = degrees }));
        Assert.Contains(degrees.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Contains("'from'", error.Message, StringComparison.Ordinal);
    }

    private static (double X, double Y) Luma((double X, double Y) place, int plane) => plane == 0 ? place : (2 * place.X, (2 * place.Y) + 0.5);
}
