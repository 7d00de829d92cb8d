using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

public sealed class BicubicTests(Devices devices)
{
    private static readonly FrameOptions Bicubic = new() { Sampling = FrameSampling.Bicubic };

    [Theory]
    [InlineData(34, 18)]
    [InlineData(262, 74)]
    [InlineData(2, 2)]
    public void A_picture_at_its_own_size_comes_out_as_it_went_in(int width, int height)
    {
        using var picture = Frames.Random(width, height);
        Assert.Equal(picture.Planes.Host.ToArray(), devices.Cpu.Styled(width, height, Frames.Whole(picture), null, 0, Bicubic));
    }

    [Fact]
    public void Every_level_survives_every_box()
    {
        for (var level = 0; level < 256; level++)
        {
            using var picture = new FramePicture(6, 6, Enumerable.Repeat((byte)level, I420.Length(6, 6)).ToArray());
            var box = new SampleBox(-3.3, 1.7, 4.1 + (level * 0.1), 0.3 + (level * 0.02));
            Assert.All(devices.Cpu.Styled(20, 10, new(picture, box), new(picture, box with { X = 1 }), level / 256.0, Bicubic), b => Assert.Equal(level, b));
        }
    }

    [Theory]
    [InlineData(1.3, 2.7, 50.3, 20.1)]
    [InlineData(-4, -3, 70, 40)]
    [InlineData(20.5, 9.25, 3.3, 2.2)]
    public void Luma_is_the_formula_in_doubles(double x, double y, double width, double height)
    {
        const int Columns = 64, Rows = 32;
        using var picture = Frames.Random(Columns, Rows);
        var source = picture.Planes.Host.Span;
        var frame = devices.Cpu.Styled(100, 60, new(picture, new SampleBox(x, y, width, height)), null, 0, Bicubic);
        for (var i = 0; i < 100 * 60; i++)
        {
            double atX = x + (((i % 100) + 0.5) * width / 100) - 0.5, atY = y + (((i / 100) + 0.5) * height / 60) - 0.5, sum = 0;
            for (var row = (int)Math.Floor(atY) - 1; row <= Math.Floor(atY) + 2; row++)
            {
                for (var column = (int)Math.Floor(atX) - 1; column <= Math.Floor(atX) + 2; column++)
                {
                    sum += source[(Math.Clamp(row, 0, Rows - 1) * Columns) + Math.Clamp(column, 0, Columns - 1)] * Weight(atX - column) * Weight(atY - row);
                }
            }

            Assert.InRange(frame[i], Math.Clamp(sum, 0, 255) - 0.55, Math.Clamp(sum, 0, 255) + 0.55);
        }
    }

    // Keys's kernel with a = -1/2.
    private static double Weight(double distance)
    {
        var t = Math.Abs(distance);
        return t < 1 ? (1.5 * t * t * t) - (2.5 * t * t) + 1 : t < 2 ? (-0.5 * t * t * t) + (2.5 * t * t) - (4 * t) + 2 : 0;
    }
}
