using System.Globalization;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

/// <summary>
/// The centroid test on two spots, with and without dither, and ffmpeg's zoompan on the same. A soft bell rises so slowly
/// that rounding to 8 bits alone moves its centroid by more than the bar: dither is what is meant for it.
/// </summary>
public sealed class SoftMotionTests(Devices devices)
{
    private const int Width = 1280;
    private const int Height = 720;
    private const int Count = 100;
    private const byte Ground = 40;
    private const double X = 811.37;
    private const double Y = 204.81;

    public static TheoryData<string, double, double, double> Paths => new()
    {
        { "zoom in", 1.1, 0, 0 },
        { "right", 1, 0.05, 0 },
        { "left", 1, -0.05, 0 },
        { "down", 1, 0, 0.03 },
        { "up", 1, 0, -0.03 },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Spots_follow_their_path(string path, double zoom, double panX, double panY)
    {
        using FramePicture disc = Spot(d => 190 * Math.Clamp(0.5 + ((40 - d) / 2), 0, 1)), bell = Spot(d => 100 * Math.Exp(-d * d / 162));
        double plainDisc = Worst(disc, false), plainBell = Worst(bell, false), ditheredBell = Worst(bell, true), ditheredDisc = Worst(disc, true);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: disc {plainDisc:f4} px at most, with dither {ditheredDisc:f4}; soft bell {plainBell:f4}, with dither {ditheredBell:f4}"));
        Assert.InRange(plainDisc, 0, 0.02);
        Assert.InRange(ditheredDisc, 0, 0.02);
        Assert.InRange(ditheredBell, 0, 0.02);

        // What dither is for. Should this fail, plain rounding has become better than it can be.
        Assert.True(plainBell > 0.02, $"{plainBell}");

        double Worst(FramePicture picture, bool dither)
        {
            var start = Centre(picture.Planes.Host.Span, X, Y);
            double worst = 0;
            for (var frame = 0; frame < Count; frame++)
            {
                var scale = 1 / (1 + ((zoom - 1) * frame / Count));
                var box = new SampleBox(((1 - scale) * 700) + (panX * frame), ((1 - scale) * 300) + (panY * frame), Width * scale, Height * scale);
                double x = ((start.X + 0.5 - box.X) / scale) - 0.5, y = ((start.Y + 0.5 - box.Y) / scale) - 0.5;
                var seen = Centre(devices.Cpu.Styled(Width, Height, new(picture, box), null, 0, new FrameOptions { Dither = dither }), x, y);
                worst = Math.Max(worst, Math.Max(Math.Abs(seen.X - x), Math.Abs(seen.Y - y)));
            }

            return worst;
        }
    }

    // Its box snaps to whole pixels. Zoom to 1.1 in 100 frames, with the middle where ours was: 700, 300 of the frame stay.
    [Fact]
    public async Task Zoompan_of_ffmpeg_is_many_times_further_off()
    {
        using FramePicture disc = Spot(d => 190 * Math.Clamp(0.5 + ((40 - d) / 2), 0, 1)), bell = Spot(d => 100 * Math.Exp(-d * d / 162));
        foreach (var (name, picture) in new[] { ("disc", disc), ("soft bell", bell) })
        {
            var frames = await Reference.FfmpegAsync(
                picture.Planes.Host, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Width}x{Height}", "-i", "-",
                "-vf", $"zoompan=z=1+0.1*on/{Count}:x=700*(1-1/zoom):y=300*(1-1/zoom):d={Count}:s={Width}x{Height}", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-");
            var start = Centre(picture.Planes.Host.Span, X, Y);
            double worst = 0;
            for (var frame = 0; frame < Count; frame++)
            {
                var scale = 1 / (1 + (0.1 * frame / Count));
                double x = ((start.X + 0.5 - ((1 - scale) * 700)) / scale) - 0.5, y = ((start.Y + 0.5 - ((1 - scale) * 300)) / scale) - 0.5;
                var seen = Centre(frames.AsSpan(frame * I420.Length(Width, Height), I420.Length(Width, Height)), x, y);
                worst = Math.Max(worst, Math.Max(Math.Abs(seen.X - x), Math.Abs(seen.Y - y)));
            }

            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ffmpeg zoompan, {name}: {worst:f4} px at most"));
            Assert.InRange(worst, 0.2, 5);
        }
    }

    private static FramePicture Spot(Func<double, double> level)
    {
        var bytes = new byte[I420.Length(Width, Height)];
        for (var i = 0; i < bytes.Length; i++)
        {
            double x = (i % Width) - X, y = (i / Width) - Y;
            bytes[i] = (byte)(i < Width * Height ? Ground + Math.Round(level(Math.Sqrt((x * x) + (y * y)))) : 128);
        }

        return new FramePicture(Width, Height, bytes);
    }

    // Over 60 pixels around the spot: beyond is ground.
    private static (double X, double Y) Centre(ReadOnlySpan<byte> frame, double aroundX, double aroundY)
    {
        double sum = 0, across = 0, down = 0;
        for (var y = (int)aroundY - 60; y <= aroundY + 60; y++)
        {
            for (var x = (int)aroundX - 60; x <= aroundX + 60; x++)
            {
                double weight = frame[(y * Width) + x] - Ground;
                sum += weight;
                across += weight * x;
                down += weight * y;
            }
        }

        return (across / sum, down / sum);
    }
}
