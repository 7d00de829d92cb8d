using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

public sealed class OverlayMotionTests(Devices devices)
{
    private const int Width = 320;
    private const int Height = 180;
    private const byte Ground = 16;

    // A soft white disc over black.
    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(-0.05, 0)]
    [InlineData(0, 0.03)]
    [InlineData(0.31, -0.17)]
    [InlineData(2.5, 1)]
    public void An_overlay_follows_its_path_within_a_fiftieth_of_a_pixel(double panX, double panY)
    {
        using var ground = new FramePicture(Width, Height, Enumerable.Repeat(Ground, Width * Height).Concat(Enumerable.Repeat((byte)128, Width * Height / 2)).ToArray());
        using var disc = OverlayPicture.FromRgba(84, 84, Disc());
        double worst = 0;
        for (var frame = 0; frame < 40; frame++)
        {
            var overlay = new FrameOverlay(disc, 100, 60, 1) { MoveX = panX * frame, MoveY = panY * frame };
            var centre = Blob.Centre(devices.Cpu.Compose(Width, Height, Frames.Whole(ground), null, 0, overlay), Width, Height, 0);
            worst = Math.Max(worst, Math.Max(Math.Abs(centre.X - 140.37 - overlay.MoveX), Math.Abs(centre.Y - 100.81 - overlay.MoveY)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{worst:f4} px at most");
        Assert.InRange(worst, 0, 0.02);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(36, -14)]
    [InlineData(-200, 100)]
    [InlineData(290, 20)]
    public void Even_motions_are_other_even_places(int x, int y)
    {
        using FramePicture picture = Frames.Random(Width, Height);
        using var disc = OverlayPicture.FromRgba(84, 84, Disc());
        Assert.Equal(
            devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, new FrameOverlay(disc, 100 + x, 60 + y, 0.7)),
            devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, new FrameOverlay(disc, 100, 60, 0.7) { MoveX = x, MoveY = y }));
    }

    [Fact]
    public void Odd_motions_keep_luma_as_it_is()
    {
        using FramePicture picture = Frames.Random(Width, Height);
        byte[] rgba = Disc(), moved = new byte[84 * 84 * 4];
        rgba.AsSpan(0, moved.Length - 4 - (84 * 4)).CopyTo(moved.AsSpan(4 + (84 * 4)));
        using OverlayPicture disc = OverlayPicture.FromRgba(84, 84, rgba), drawn = OverlayPicture.FromRgba(84, 84, moved);
        Assert.Equal(
            devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, new FrameOverlay(drawn, 40, 20, 0.6))[..(Width * Height)],
            devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, new FrameOverlay(disc, 40, 20, 0.6) { MoveX = 1, MoveY = 1 })[..(Width * Height)]);
    }

    [Fact]
    public void Many_moving_overlays_are_the_same_on_every_device()
    {
        using FramePicture picture = Frames.Random(Width, Height);
        using var disc = OverlayPicture.FromRgba(84, 84, Disc());
        var overlays = Enumerable.Range(0, 17).Select(i => new FrameOverlay(disc, 0, 0, 0.3 + (0.04 * i)) { MoveX = (i * 23.7) - 50, MoveY = (i * 11.3) - 40 }).ToArray();
        Assert.Equal(
            devices.Cpu.Compose(Width, Height, Frames.Whole(picture), null, 0, overlays),
            devices.Pocl.Compose(Width, Height, Frames.Whole(picture), null, 0, overlays));
    }

    [Fact]
    public void Motions_that_are_none_are_refused_by_name()
    {
        using FramePicture picture = Frames.Random(4, 4);
        using var overlay = OverlayPicture.FromRgba(2, 2, new byte[16]);
        var error = Assert.Throws<ArgumentException>(() =>
            new ComposeFrame(4, 4, Frames.Whole(picture), null, 0, [new FrameOverlay(overlay, 0, 0, 1) { MoveX = double.NaN }], new byte[24]));
        Assert.Contains("moves by NaN, 0", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Disc()
    {
        var rgba = new byte[84 * 84 * 4];
        for (var i = 0; i < 84 * 84; i++)
        {
            double x = (i % 84) - 40.37, y = (i / 84) - 40.81;
            rgba.AsSpan(4 * i, 3).Fill(255);
            rgba[(4 * i) + 3] = (byte)Math.Round(255 * Math.Clamp(0.5 + ((36 - Math.Sqrt((x * x) + (y * y))) / 2), 0, 1));
        }

        return rgba;
    }
}
