using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

public sealed class OverlayReferenceTests(Devices devices)
{
    private const int Width = 200;
    private const int Height = 90;

    [Theory]
    [InlineData(0xFFFFFF, 1)]
    [InlineData(0x000000, 1)]
    [InlineData(0xFF0000, 1)]
    [InlineData(0x00FF00, 0.5)]
    [InlineData(0x0000FF, 0.83)]
    [InlineData(-1, 1)]
    [InlineData(-1, 0.3)]
    public void An_overlay_is_within_2_of_compositing_in_rgb(int colour, double opacity)
    {
        const int Columns = 120, Rows = 40;
        var rgba = Glyphs(Columns, Rows, colour);
        using var overlay = OverlayPicture.FromRgba(Columns, Rows, rgba);
        foreach (var (x, y) in new[] { (2, 2), (40, 24), (78, 48) })
        {
            var rgb = Ground();
            using var picture = new FramePicture(Width, Height, RgbReference.ToI420(rgb, Width, Height));
            RgbReference.Over(rgb, Width, Height, rgba, Columns, Rows, x, y, opacity);
            Near(RgbReference.ToI420(rgb, Width, Height), devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, new FrameOverlay(overlay, x, y, opacity)));
        }
    }

    [Fact]
    public void Overlays_that_overlap_lie_in_order_on_every_device()
    {
        var rgb = Ground();
        using var picture = new FramePicture(Width, Height, RgbReference.ToI420(rgb, Width, Height));
        var overlays = new List<FrameOverlay>();
        for (var i = 0; i < 3; i++)
        {
            var rgba = Glyphs(60, 30, new[] { 0xFF2020, 0x20FF40, 0x3040FF }[i]);
            overlays.Add(new FrameOverlay(OverlayPicture.FromRgba(60, 30, rgba), 20 + (26 * i), 10 + (12 * i), 1 - (0.2 * i)));
            RgbReference.Over(rgb, Width, Height, rgba, 60, 30, overlays[i].X, overlays[i].Y, overlays[i].Opacity);
        }

        var host = devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, [.. overlays]);

        // Luma, which has no filter: where edges of two overlays meet, chroma filtered apart is not that filtered together.
        const int Luma = Width * Height;
        Near(RgbReference.ToI420(rgb, Width, Height)[..Luma], host[..Luma]);
        Assert.Equal(host, devices.Pocl.Compose(Width, Height, Frames.Whole(picture), null, 0, [.. overlays]));
        overlays.ForEach(o => o.Picture.Dispose());
    }

    [Fact]
    public void Transparent_overlays_change_nothing()
    {
        using var picture = Frames.Random(34, 18);
        using OverlayPicture clear = OverlayPicture.FromRgba(34, 18, new byte[34 * 18 * 4]), solid = OverlayPicture.FromRgba(34, 18, Glyphs(34, 18, 0xFFFFFF));
        var frame = devices.Cpu.Compose(
            34, 18, Frames.Whole(picture), null, 0, new(clear, 0, 0, 1), new(solid, 0, 0, 0), new(solid, 36, 0, 1), new(solid, 0, -40, 1), new(solid, -1_000_000, 0, 1));
        Assert.Equal(picture.Planes.Host.ToArray(), frame);
    }

    [Theory]
    [InlineData(1, 2, 8)]
    [InlineData(2, 0, 0)]
    [InlineData(2, 16_386, 4)]
    [InlineData(2, 2, 15)]
    public void Overlays_of_wrong_sizes_are_refused_by_name(int width, int height, int length)
    {
        var message = Assert.Throws<ArgumentException>(() => OverlayPicture.FromRgba(width, height, new byte[length])).Message;
        Assert.Contains($"{width}x{height}", message, StringComparison.Ordinal);
    }

    private static void Near(byte[] expected, byte[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 2, $"Byte {i} of {Width}x{Height}: {actual[i]}, RGB gives {expected[i]}.");
        }
    }

    // Smooth, as where an alpha edge meets an edge of the ground the filter of the product is not that of the parts.
    private static byte[] Ground()
    {
        var rgb = new byte[Width * Height * 3];
        for (var i = 0; i < Width * Height; i++)
        {
            int x = i % Width, y = i / Width;
            rgb[3 * i] = (byte)(20 + x);
            rgb[(3 * i) + 1] = (byte)(240 - (2 * y));
            rgb[(3 * i) + 2] = (byte)(60 + ((x + y) / 2));
        }

        return rgb;
    }

    // Hard and soft edges, thin strokes, solid edges of the picture itself, empty gaps. -1: a colour for each stroke.
    private static byte[] Glyphs(int columns, int rows, int colour)
    {
        var rgba = new byte[columns * rows * 4];
        for (var i = 0; i < columns * rows; i++)
        {
            int x = i % columns, y = i / columns, stroke = x / 7;
            var rgb = colour >= 0 ? colour : (stroke * 0x4F1B93) & 0xFFFFFF;
            rgba[4 * i] = (byte)(rgb >> 16);
            rgba[(4 * i) + 1] = (byte)(rgb >> 8);
            rgba[(4 * i) + 2] = (byte)rgb;
            rgba[(4 * i) + 3] = (stroke % 4) switch
            {
                0 => 255,
                1 => 0,
                2 => (byte)(y % 5 == 0 ? 255 : 0),
                _ => (byte)(((x * 37) + (y * 11)) & 255),
            };
        }

        return rgba;
    }
}
