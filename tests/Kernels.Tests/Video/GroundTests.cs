using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

public sealed class GroundTests(Devices devices)
{
    private const int Width = 64;
    private const int Height = 36;

    [Fact]
    public void A_picture_that_covers_the_frame_hides_its_ground()
    {
        using FramePicture picture = Frames.Random(Width, Height), ground = Frames.Random(Width, Height + 2);
        var box = new SampleBox(2, 2, Width - 4, Height - 4);
        byte[] alone = devices.Cpu.Compose(Width, Height, new(picture, box)), grounded = devices.Cpu.Compose(Width, Height, new FrameLayer(picture, box) { Ground = ground });

        // The largest share is 2^-14 short of 1, which a value at the middle between two levels shows.
        Assert.All(alone.Zip(grounded), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        Assert.InRange(alone.Zip(grounded).Count(pair => pair.First != pair.Second), 0, alone.Length / 50);
    }

    [Fact]
    public void Beyond_the_picture_the_ground_is_as_it_was_made()
    {
        using FramePicture picture = Frames.Random(8, Height), ground = Frames.Random(Width, Height);
        var frame = devices.Cpu.Compose(Width, Height, new FrameLayer(picture, new SampleBox(-28, 0, Width, Height)) { Ground = ground });
        for (var plane = 0; plane < 3; plane++)
        {
            int size = plane == 0 ? 1 : 2, columns = Width / size, start = plane == 0 ? 0 : (Width * Height) + ((plane - 1) * Width * Height / 4);
            for (var i = 0; i < columns * Height / size; i++)
            {
                var column = i % columns;
                if (column < 27 / size || column > 37 / size)
                {
                    Assert.Equal(ground.Planes.Host.Span[start + i], frame[start + i]);
                }
                else if (column > 28 / size && column < 35 / size)
                {
                    Assert.Equal(picture.Planes.Host.Span[(plane == 0 ? 0 : (8 * Height) + ((plane - 1) * 2 * Height)) + (i / columns * (8 / size)) + column - (28 / size)], frame[start + i]);
                }
            }
        }
    }

    // White over black: the sum of a row is the picture's width, however it lies.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1.3, 0)]
    [InlineData(0.4, 0)]
    [InlineData(2.5, 0)]
    [InlineData(1, 30)]
    public void Its_edges_move_by_parts_of_a_pixel(double scale, double degrees)
    {
        using FramePicture picture = new(20, 12, Enumerable.Repeat((byte)235, I420.Length(20, 12)).ToArray()), ground = new(Width, Height, Enumerable.Repeat((byte)16, I420.Length(Width, Height)).ToArray());
        for (var phase = 0; phase < 20; phase++)
        {
            var box = new SampleBox(10 - (scale * Width / 2) + (phase * 0.05 * scale), 6 - (scale * Height / 2) + (phase * 0.03 * scale), scale * Width, scale * Height);
            var frame = devices.Cpu.Compose(Width, Height, new FrameLayer(picture, box) { Ground = ground, Rotation = degrees });
            double wide = Math.Min(Width, 20 / scale), high = Math.Min(Height, 12 / scale);
            if (wide == Width || high == Height)
            {
                continue;
            }

            // Luma, then chroma at half the size on each axis. A turned edge is measured along the picture's axes: near enough.
            int luma = frame.AsSpan(0, Width * Height).ToArray().Sum(b => b - 16), cb = frame.AsSpan(Width * Height, Width * Height / 4).ToArray().Sum(b => b - 16);
            Assert.InRange(luma / 219.0 / (wide * high), 0.985, 1.015);
            Assert.InRange(4 * cb / 219.0 / (wide * high), 0.985, 1.015);
        }
    }

    [Theory]
    [InlineData(Transition.SlideLeft)]
    [InlineData(Transition.SlideDown)]
    [InlineData(Transition.ZoomIn)]
    public void The_ground_goes_where_its_picture_goes(Transition transition)
    {
        // A ground like a picture: what is seen must be what the whole would show as one layer.
        using FramePicture whole = Frames.Random(Width, Height), small = new(2, 2, Enumerable.Repeat((byte)128, 6).ToArray());
        FrameLayer grounded = new(small, new SampleBox(-1e6, -1e6, Width, Height)) { Ground = whole }, other = Frames.Whole(whole);
        var options = new FrameOptions { Transition = transition };
        Assert.Equal(devices.Cpu.Styled(Width, Height, other, other, 0.25, options), devices.Cpu.Styled(Width, Height, grounded, other, 0.25, options));
        Assert.Equal(devices.Cpu.Styled(Width, Height, other, other, 0.75, options), devices.Cpu.Styled(Width, Height, other, grounded, 0.75, options));
    }
}
