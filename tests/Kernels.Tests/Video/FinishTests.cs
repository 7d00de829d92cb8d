using System.Globalization;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Finishing;

namespace Gpu.Kernels.Tests.Video;

public sealed class FinishTests(Devices devices)
{
    private const int Width = 130;
    private const int Height = 66;

    // ffmpeg's lutyuv works the formula out in doubles; its eq rounds the same formula's numbers to parts that are up to 4 off.
    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(0, -0.7, 0)]
    [InlineData(0.2, 0, 0)]
    [InlineData(-0.3, 1, 0.4)]
    [InlineData(0, 0, 1)]
    [InlineData(0.1, 0.3, -1)]
    public async Task Colours_are_within_1_of_ffmpegs(double brightness, double contrast, double saturation)
    {
        using var picture = Frames.Random(Width, Height);
        var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(picture), null, 0, new FrameOptions { Brightness = brightness, Contrast = contrast, Saturation = saturation });
        var filter = string.Create(CultureInfo.InvariantCulture, $"lutyuv=y=(val-128)*{1 + contrast}+128+255*{brightness}:u=(val-128)*{1 + saturation}+128:v=(val-128)*{1 + saturation}+128");
        var expected = await Reference.FfmpegAsync(
            picture.Planes.Host, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Width}x{Height}", "-i", "-", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-");
        for (var i = 0; i < frame.Length; i++)
        {
            Assert.True(Math.Abs(frame[i] - expected[i]) <= 1, $"Byte {i}, from {picture.Planes.Host.Span[i]}: {frame[i]}, ffmpeg has {expected[i]}.");
        }
    }

    [Fact]
    public void A_vignette_is_its_formula()
    {
        using var picture = Frames.Random(Width, Height);
        var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(picture), null, 0, new FrameOptions { Vignette = 0.6 });
        var source = picture.Planes.Host.Span;
        for (var i = 0; i < frame.Length; i++)
        {
            var luma = i < Width * Height;
            int at = luma ? i : (i - (Width * Height)) % (Width * Height / 4), columns = luma ? Width : Width / 2;
            double x = at % columns * (luma ? 1 : 2), y = luma ? at / columns : (at / columns * 2) + 0.5;
            double across = x - (Width / 2), down = y - (Height / 2);
            var light = Math.Pow(1 - (0.6 * ((across * across) + (down * down)) / ((Width * Width / 4) + (Height * Height / 4))), 2);
            double ground = luma ? 16 : 128;
            Assert.InRange(frame[i], Math.Max(0, ground + ((source[i] - ground) * light)) - 0.52, ground + ((source[i] - ground) * light) + 0.52);
        }
    }

    [Fact]
    public void Nv12_has_the_same_samples_in_another_order()
    {
        using FramePicture from = Frames.Random(Width, Height), to = Frames.Random(Width - 40, Height + 8);
        var planes = devices.Cpu.Compose(Width, Height, Frames.Whole(from), Frames.Whole(to), 0.4);
        var other = devices.Cpu.Styled(Width, Height, Frames.Whole(from), Frames.Whole(to), 0.4, new FrameOptions { Layout = FrameLayout.Nv12 });
        const int Luma = Width * Height;
        Assert.Equal(planes[..Luma], other[..Luma]);
        Assert.Equal(planes[Luma..(Luma * 5 / 4)], other[Luma..].Where((_, i) => i % 2 == 0));
        Assert.Equal(planes[(Luma * 5 / 4)..], other[Luma..].Where((_, i) => i % 2 == 1));
    }

    [Fact]
    public void Dither_leaves_whole_levels_and_keeps_means()
    {
        using var still = Frames.Random(Width, Height);
        Assert.Equal(still.Planes.Host.ToArray(), devices.Cpu.Styled(Width, Height, Frames.Whole(still), null, 0, new FrameOptions { Dither = true, FrameNumber = 7 }));

        // A crossfade of 100 and 101: 30 of 100 samples are 101.
        using FramePicture from = new(128, 128, Enumerable.Repeat((byte)100, I420.Length(128, 128)).ToArray()), to = new(128, 128, Enumerable.Repeat((byte)101, I420.Length(128, 128)).ToArray());
        var frame = devices.Cpu.Styled(128, 128, Frames.Whole(from), Frames.Whole(to), 0.3, new FrameOptions { Dither = true });
        Assert.InRange(frame.Take(128 * 128).Average(b => b), 100.29, 100.31);
        Assert.NotEqual(frame, devices.Cpu.Styled(128, 128, Frames.Whole(from), Frames.Whole(to), 0.3, new FrameOptions { Dither = true, FrameNumber = 1 }));
    }

    [Fact]
    public void The_noise_has_each_level_as_often_and_no_low_frequencies()
    {
        var tile = BlueNoise.Tile.Host.ToArray().Where((_, i) => i % BlueNoise.Stride < BlueNoise.Size).ToArray();
        Assert.All(tile.GroupBy(v => v), g => Assert.Equal(32, g.Count()));
        Assert.Equal((-64, 63), (tile.Min(), tile.Max()));

        // Means of 4x4: a quarter of the deviation for white noise (37/4), far less for blue.
        var means = Enumerable.Range(0, 256).Select(b => Enumerable.Range(0, 16).Average(i => tile[(((b / 16 * 4) + (i / 4)) * 64) + (b % 16 * 4) + (i % 4)]));
        Assert.InRange(Math.Sqrt(means.Average(m => m * m)), 0, 4);
    }

    [Theory]
    [InlineData("Brightness is -1 to 1, not 1.5", 1.5, 0, 0, 0)]
    [InlineData("Contrast is -1 to 1, not NaN", 0, double.NaN, 0, 0)]
    [InlineData("Saturation is -1 to 1, not -2", 0, 0, -2, 0)]
    [InlineData("Vignette is 0 to 1, not -0.1", 0, 0, 0, -0.1)]
    public void Values_out_of_range_are_refused_by_name(string message, double brightness, double contrast, double saturation, double vignette)
    {
        using var picture = Frames.Random(4, 4);
        var options = new FrameOptions { Brightness = brightness, Contrast = contrast, Saturation = saturation, Vignette = vignette };
        var error = Assert.Throws<ArgumentException>(() => new ComposeFrame(4, 4, Frames.Whole(picture), null, 0, [], new byte[24], options));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Transitions_and_layouts_that_are_none_are_refused_by_name()
    {
        using var picture = Frames.Random(4, 4);
        string Refused(FrameOptions options) => Assert.Throws<ArgumentException>(() => new ComposeFrame(4, 4, Frames.Whole(picture), null, 0, [], new byte[24], options)).Message;
        Assert.Contains("transition 99", Refused(new() { Transition = (Transition)99 }), StringComparison.Ordinal);
        Assert.Contains("layout 7", Refused(new() { Layout = (FrameLayout)7 }), StringComparison.Ordinal);
    }
}
