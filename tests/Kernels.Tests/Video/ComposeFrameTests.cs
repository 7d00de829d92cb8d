using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using static Gpu.Kernels.Tests.Video.Frames;

namespace Gpu.Kernels.Tests.Video;

public sealed class ComposeFrameTests(Devices devices)
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(34, 18)]
    [InlineData(262, 74)]
    [InlineData(16_384, 4)]
    [InlineData(2, 16_384)]
    public void A_picture_at_its_own_size_comes_out_as_it_went_in(int width, int height)
    {
        using var picture = Random(width, height);
        Assert.Equal(picture.Planes.Host.ToArray(), devices.Cpu.Compose(width, height, Whole(picture)));
    }

    [Fact]
    public void Every_level_survives_every_box_and_mix()
    {
        for (var level = 0; level < 256; level++)
        {
            using var picture = new FramePicture(6, 6, Enumerable.Repeat((byte)level, I420.Length(6, 6)).ToArray());
            var box = new SampleBox(-3.3, 1.7, 4.1 + (level * 0.1), 0.3 + (level * 0.02));
            Assert.All(devices.Cpu.Compose(20, 10, new(picture, box), new(picture, box with { X = 1 }), level / 255.0), b => Assert.Equal(level, b));
        }
    }

    [Fact]
    public void A_mix_of_one_shows_the_second_picture_alone()
    {
        using FramePicture from = Random(34, 18), to = Random(34, 18);
        Assert.Equal(from.Planes.Host.ToArray(), devices.Cpu.Compose(34, 18, Whole(from), Whole(to), 0));
        Assert.Equal(to.Planes.Host.ToArray(), devices.Cpu.Compose(34, 18, Whole(from), Whole(to), 1));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 2)]
    [InlineData(2, 16_386)]
    [InlineData(-4, 4)]
    public void Sizes_out_of_range_are_refused_by_name(int width, int height) =>
        Refused($"{width}x{height}", width, height);

    [Theory]
    [InlineData(double.NaN, 0, 4, 4, "NaN")]
    [InlineData(0, double.PositiveInfinity, 4, 4, "Infinity")]
    [InlineData(0, 0, 0, 4, "width 0,")]
    [InlineData(0, 0, 4, -1.5, "height -1.5")]
    [InlineData(1e9, 0, 4, 4, "x 1000000000")]
    [InlineData(0, 0, 4, double.PositiveInfinity, "height Infinity")]
    public void Boxes_that_are_none_are_refused_by_name(double x, double y, double width, double height, string named)
    {
        using var picture = Random(4, 4);
        var bad = new FrameLayer(picture, new SampleBox(x, y, width, height));
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => new ComposeFrame(4, 4, bad, null, 0, [], new byte[24])).Message, StringComparison.Ordinal);
        Assert.Contains("'to'", Assert.Throws<ArgumentException>(() => new ComposeFrame(4, 4, Whole(picture), bad, 0.5, [], new byte[24])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Mixes_out_of_range_are_refused_by_name(double mix) =>
        Refused(mix.ToString(System.Globalization.CultureInfo.InvariantCulture), mix: mix);

    [Fact]
    public void A_mix_without_a_second_picture_is_refused() => Refused("second picture", mix: 0.5, second: false);

    [Fact]
    public void A_target_of_another_length_is_refused_with_both_lengths() => Refused("24 bytes; this one has 23", length: 23);

    [Theory]
    [InlineData(1, 0, 1, "at 1, 0")]
    [InlineData(0, -3, 1, "at 0, -3")]
    [InlineData(int.MinValue, 0, 1, "at -2147483648, 0")]
    [InlineData(0, 0, 1.01, "1.01")]
    [InlineData(0, 0, double.NaN, "NaN")]
    public void Overlays_out_of_range_are_refused_by_name(int x, int y, double opacity, string named)
    {
        using var overlay = OverlayPicture.FromRgba(2, 2, new byte[16]);
        Refused(named, overlays: [new FrameOverlay(overlay, x, y, opacity)]);
    }

    [Fact]
    public void Work_of_one_size_shares_a_batch()
    {
        using var picture = Random(4, 4);
        string Key(int width) => new ComposeFrame(width, 4, Whole(picture), null, 0, [], new byte[I420.Length(width, 4)]).BatchKey;
        Assert.Equal(Key(4), Key(4));
        Assert.NotEqual(Key(4), Key(6));
    }

    private static void Refused(string named, int width = 4, int height = 4, double mix = 0, bool second = true, int length = 24, params FrameOverlay[] overlays)
    {
        using var picture = Random(4, 4);
        var error = Assert.Throws<ArgumentException>(() =>
            new ComposeFrame(width, height, Whole(picture), second ? Whole(picture) : null, mix, overlays, new byte[length]));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
