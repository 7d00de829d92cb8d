using System.Globalization;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Pictures that are made smaller: nothing may alias or flicker as the box moves.</summary>
public sealed class WideSamplingTests(Devices devices)
{
    [Fact]
    public void Every_level_survives_every_box()
    {
        for (var level = 0; level < 256; level++)
        {
            using var picture = new FramePicture(26, 26, Enumerable.Repeat((byte)level, I420.Length(26, 26)).ToArray());
            var box = new SampleBox(-3.3, 1.7, 20.1 + (level * 0.2), 11.3 + (level * 0.1));
            Assert.All(devices.Cpu.Compose(10, 6, new(picture, box), new(picture, box with { X = 1 }), level / 255.0), b => Assert.Equal(level, b));
        }
    }

    [Theory]
    [InlineData(1.3, 2.7, 1.6, 2.2)]
    [InlineData(-7, -3, 3.7, 1)]
    [InlineData(10.5, 9.25, 1.3, 1.2)]
    public void Luma_is_the_formula_in_doubles(double x, double y, double scaleX, double scaleY)
    {
        const int Columns = 64, Rows = 48, Width = 20, Height = 14;
        using var picture = Frames.Random(Columns, Rows);
        var source = picture.Planes.Host.Span;
        var frame = devices.Cpu.Compose(Width, Height, new(picture, new SampleBox(x, y, scaleX * Width, scaleY * Height)));
        for (var i = 0; i < Width * Height; i++)
        {
            double[] across = Weights(x + (((i % Width) + 0.5) * scaleX), scaleX, Columns), down = Weights(y + (((i / Width) + 0.5) * scaleY), scaleY, Rows);
            double sum = 0;
            for (var row = 0; row < Rows; row++)
            {
                for (var column = 0; column < Columns; column++)
                {
                    sum += source[(row * Columns) + column] * across[column] * down[row];
                }
            }

            Assert.InRange(frame[i], sum - 0.56, sum + 0.56);
        }
    }

    // Rings of every frequency up to the pixel's own, a third as large, in 16 phases of a slow pan.
    [Fact]
    public async Task A_zone_plate_is_as_quiet_as_Pillows_and_many_times_quieter_than_two_neighbours()
    {
        const int Side = 512, Small = 128, Phases = 16;
        const double Scale = 3.2, Left = 40;
        using var picture = ZonePlate(Side);
        var expected = await Reference.PythonAsync(
            $"""
             import sys
             from PIL import Image
             image = Image.frombytes('L', ({Side}, {Side}), sys.stdin.buffer.read())
             for phase in range({Phases}):
                 left = {Left} + phase * {(Scale / Phases).ToString(CultureInfo.InvariantCulture)}
                 sys.stdout.buffer.write(image.resize(({Small}, {Small}), Image.BILINEAR, (left, {Left}, left + {Scale * Small}, {Left} + {Scale * Small})).tobytes())
             """,
            picture.Planes.Host[..(Side * Side)]);
        double ours = 0, pillows = 0, neighbours = 0;
        for (var phase = 0; phase < Phases; phase++)
        {
            var box = new SampleBox(Left + (phase * Scale / Phases), Left, Scale * Small, Scale * Small);
            var frame = devices.Cpu.Compose(Small, Small, new(picture, box));
            for (var i = 0; i < Small * Small; i++)
            {
                // All of these rings are finer than the small picture can hold: right is what is left of them, grey.
                double sourceX = box.X + (((i % Small) + 0.5) * Scale) - 0.5, sourceY = box.Y + (((i / Small) + 0.5) * Scale) - 0.5;
                if (Math.Sqrt(((sourceX - 256) * (sourceX - 256)) + ((sourceY - 256) * (sourceY - 256))) < 256 / Scale * 1.5)
                {
                    continue;
                }

                ours += Square(frame[i] - 128);
                pillows += Square(expected[(phase * Small * Small) + i] - 128);
                neighbours += Square(Linear(picture.Planes.Host.Span, Side, sourceX, sourceY) - 128);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"rms of aliases relative to two neighbours: ours {Math.Sqrt(ours / neighbours):f3}, Pillow's {Math.Sqrt(pillows / neighbours):f3}"));
        Assert.InRange(ours, 0, 1.1 * pillows);
        Assert.InRange(ours, 0, neighbours / 16);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(2.7)]
    [InlineData(4.4)]
    public void Fine_stripes_do_not_flicker_as_they_pass(double scale)
    {
        // Of the footprint's own width: grey at every phase.
        const int Columns = 400, Rows = 40, Width = 80, Height = 4;
        var bytes = Enumerable.Repeat((byte)128, I420.Length(Columns, Rows)).ToArray();
        for (var i = 0; i < Columns * Rows; i++)
        {
            bytes[i] = (byte)Math.Round(128 + (100 * Math.Cos(2 * Math.PI * (i % Columns) / scale)));
        }

        using var picture = new FramePicture(Columns, Rows, bytes);
        int least = 255, most = 0;
        for (var phase = 0; phase < 32; phase++)
        {
            var frame = devices.Cpu.Compose(Width, Height, new(picture, new SampleBox(20 + (phase * scale / 32), 4, scale * Width, scale * Height)));
            foreach (var level in frame.AsSpan(0, Width * Height))
            {
                (least, most) = (Math.Min(least, level), Math.Max(most, level));
            }
        }

        // Of 200 from black to white: what the picture's own pixels add to a stripe.
        Assert.InRange(most - least, 0, 4);
    }

    [Fact]
    public void Nothing_jumps_where_a_zoom_begins_to_need_more_than_two_neighbours()
    {
        using var picture = Frames.Random(320, 180);
        byte[] At(double scale) => devices.Cpu.Compose(160, 90, new(picture, new SampleBox(20, 10, scale * 160, scale * 90)));
        byte[] before = At(Footprint.Free), after = At(Footprint.Free + 1e-6);
        for (var i = 0; i < before.Length; i++)
        {
            Assert.InRange(after[i] - before[i], -1, 1);
        }
    }

    // The convolution of boxes of s and sqrt(s² - 1), integrated over each pixel by small steps; edges repeated.
    private static double[] Weights(double centre, double scale, int length)
    {
        double s = scale <= 9 / 8.0 ? 1 : scale >= 1.5 ? scale : 1 + ((scale - (9 / 8.0)) * 4 / 3), r = Math.Sqrt((s * s) - 1);
        const int Steps = 2000;
        var weights = new double[length];
        for (var pixel = (int)Math.Floor(centre - s - 1); pixel <= centre + s + 1; pixel++)
        {
            double sum = 0;
            for (var step = 0; step < Steps; step++)
            {
                var away = Math.Abs(pixel + ((step + 0.5) / Steps) - centre);
                sum += away >= (s + r) / 2 ? 0 : away <= (s - r) / 2 ? 1 / s : (((s + r) / 2) - away) / (r * s);
            }

            weights[Math.Clamp(pixel, 0, length - 1)] += sum / Steps;
        }

        return weights;
    }

    private static FramePicture ZonePlate(int side)
    {
        var bytes = Enumerable.Repeat((byte)128, I420.Length(side, side)).ToArray();
        for (var i = 0; i < side * side; i++)
        {
            // The rings' frequency is half a cycle a pixel at half the side.
            double x = (i % side) - (side / 2.0), y = (i / side) - (side / 2.0), square = (x * x) + (y * y);
            bytes[i] = (byte)Math.Round(128 + (square < side * side / 4.0 ? 100 * Math.Cos(Math.PI * square / side) : 0));
        }

        return new FramePicture(side, side, bytes);
    }

    private static double Linear(ReadOnlySpan<byte> plane, int width, double x, double y)
    {
        int column = (int)x, row = (int)y, at = (row * width) + column;
        double right = x - column, down = y - row;
        return (((plane[at] * (1 - right)) + (plane[at + 1] * right)) * (1 - down)) + (((plane[at + width] * (1 - right)) + (plane[at + width + 1] * right)) * down);
    }

    private static double Square(double value) => value * value;
}
