using System.Globalization;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

public sealed class ImagingExtensionsTests(Devices devices)
{
    // FORMULAS.md: filtered unrounded, left-sited.
    private const string Zscale =
        "format=gbrp,zscale=matrixin=gbr:rangein=full:primariesin=709:transferin=709:matrix=709:range=limited:primaries=709:transfer=709:chromal=left:filter=bilinear:dither=none,format=yuv420p";

    private Accelerator Cpu => devices.Cpu;

    [Theory]
    [InlineData(255, 0, 0, 63, 102, 240)]
    [InlineData(0, 255, 0, 173, 42, 26)]
    [InlineData(0, 0, 255, 32, 240, 118)]
    [InlineData(255, 255, 255, 235, 128, 128)]
    [InlineData(0, 0, 0, 16, 128, 128)]
    public void Solid_colours_have_their_golden_values(byte r, byte g, byte b, byte luma, byte blue, byte red)
    {
        byte[] rgba = [.. Enumerable.Range(0, 40 * 6).SelectMany(_ => new byte[] { r, g, b, 77 })];
        byte[] expected = [.. Enumerable.Repeat(luma, 240), .. Enumerable.Repeat(blue, 60), .. Enumerable.Repeat(red, 60)];
        Assert.Equal(expected, I420(rgba, 40, 6));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 50)]
    [InlineData(70, 2)]
    [InlineData(34, 38)]
    [InlineData(1280, 720)]
    public async Task Planes_equal_those_of_zscale(int width, int height)
    {
        var rgba = Pictures.Random(new Random(width), width, height, 4);
        var actual = I420(rgba, width, height);
        byte[] rgb = [.. rgba.Where((_, i) => i % 4 != 3)];
        var size = string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");

        // One thread: with more, zscale cuts the picture into slices and filters each slice's chroma as if it ended there.
        var expected = await Reference.FfmpegAsync(rgb, "-filter_threads", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-i", "-", "-vf", Zscale, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-");
        Assert.Equal(expected.Length, actual.Length);
        int luma = width * height, chroma = luma / 4, differing = 0;
        for (var i = 0; i < actual.Length; i++)
        {
            // zscale computes in 32-bit floats: where the exact value is a hair from a tie it may fall on the other side.
            // FORMULAS.md allows 1 on Cr.
            if (expected[i] != actual[i])
            {
                differing++;
                Assert.InRange(expected[i] - actual[i], -1, 1);
                Assert.True(TieDistance(rgba, width, height, i) < 0.0002m, $"Byte {i} is {actual[i]}, zscale's {expected[i]}, and {TieDistance(rgba, width, height, i)} from a tie.");
            }
        }

        Assert.True(differing <= actual.Length / 2000, $"{differing} of {actual.Length} bytes differ.");
    }

    [Fact]
    public void Luma_is_the_formula_for_every_colour()
    {
        const int Side = 4096;
        var rgba = new byte[4 * Side * Side];
        for (var i = 0; i < Side * Side; i++)
        {
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2]) = ((byte)i, (byte)(i >> 8), (byte)(i >> 16));
        }

        var planes = I420(rgba, Side, Side);
        var wrong = 0;
        for (var i = 0; i < Side * Side; i++)
        {
            // floor(v + 1/2) in millionths, exactly.
            var v = 16_500_000 + (182_586 * (i & 255)) + (614_231 * ((i >> 8) & 255)) + (62_007 * (i >> 16));
            wrong += planes[i] == v / 1_000_000 ? 0 : 1;
        }

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Chroma_is_the_formula_where_no_tie_is_near()
    {
        const int Width = 512, Height = 512;
        var rgba = Pictures.Random(new Random(9), Width, Height, 4);
        var planes = I420(rgba, Width, Height);
        int wrong = 0, checkedSites = 0;
        for (var y = 0; y < Height / 2; y++)
        {
            for (var x = 0; x < Width / 2; x++)
            {
                decimal r = Filtered(rgba, Width, Height, x, y, 0), g = Filtered(rgba, Width, Height, x, y, 1), b = Filtered(rgba, Width, Height, x, y, 2);
                var at = (Width * Height) + (y * Width / 2) + x;
                foreach (var (v, plane) in new[] { (128.5m - (.100644m * r) - (.338572m * g) + (.439216m * b), 0), (128.5m + (.439216m * r) - (.398942m * g) - (.040274m * b), Width * Height / 4) })
                {
                    if (Math.Abs(v - Math.Round(v)) > 0.0000004m)
                    {
                        checkedSites++;
                        wrong += planes[at + plane] == (int)Math.Floor(v) ? 0 : 1;
                    }
                }
            }
        }

        Assert.Equal(0, wrong);
        Assert.True(checkedSites > Width * Height / 2 * 0.99);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(1)]
    public void A_crossfade_of_any_two_values_is_within_one_of_the_formula(double mix)
    {
        var from = new byte[4 * 128 * 128];
        var to = new byte[from.Length];
        for (var i = 0; i < from.Length; i++)
        {
            (from[i], to[i]) = ((byte)i, (byte)(i >> 8));
        }

        using var a = Cpu.Allocate1D(from);
        using var b = Cpu.Allocate1D(to);
        using var target = Cpu.Allocate1D<byte>(from.Length);
        Cpu.Crossfade(a.View, b.View, target.View, 128, 128, mix);
        Cpu.Synchronize();
        var actual = target.GetAsArray1D();
        Assert.All(Enumerable.Range(0, actual.Length), i => Assert.InRange(actual[i] - (int)((from[i] * (1 - mix)) + (to[i] * mix)), -1, 1));
        if (mix is 0 or 1)
        {
            Assert.Equal(mix == 0 ? from : to, actual);
        }
    }

    [Fact]
    public async Task Over_equals_Pillows_alpha_composite()
    {
        // Every alpha with every colour, over many grounds.
        var random = new Random(5);
        var source = new byte[4 * 256 * 256];
        var ground = new byte[source.Length];
        random.NextBytes(ground);
        for (var i = 0; i < source.Length; i += 4)
        {
            (source[i], source[i + 1], source[i + 2], source[i + 3]) = ((byte)(i >> 2), (byte)random.Next(256), (byte)random.Next(256), (byte)(i >> 10));
        }

        var pillow = new Pillow();
        pillow.Over(source, ground, 256, 256);
        using var s = Cpu.Allocate1D(source);
        using var g = Cpu.Allocate1D(ground);
        Cpu.CompositeOver(s.View, g.View, g.View, 256, 256);
        Cpu.Synchronize();
        Pictures.Same((await pillow.AnswerAsync())[0], g.GetAsArray1D(), "over");
    }

    [Fact]
    public void Wrong_lengths_and_sizes_are_refused_before_the_launch()
    {
        using var bytes = Cpu.Allocate1D<byte>(64);
        ArrayView<byte> all = bytes.View, some = bytes.View.SubView(0, 60);
        Assert.Throws<ArgumentException>(() => Cpu.ConvertToI420(all, bytes.View.SubView(0, 24), 4, 3));
        Assert.Throws<ArgumentException>(() => Cpu.ConvertToI420(some, bytes.View.SubView(0, 24), 4, 4));
        Assert.Throws<ArgumentException>(() => Cpu.ConvertToI420(all, bytes.View.SubView(0, 23), 4, 4));
        Assert.Throws<ArgumentException>(() => Cpu.Crossfade(all, some, all, 4, 4, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cpu.Crossfade(all, all, all, 4, 4, double.NaN));
        Assert.Throws<ArgumentException>(() => Cpu.CompositeOver(all, all, some, 4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cpu.CompositeOver(all, all, all, -4, -4));
    }

    // How far the exact value at a byte of the planes is from where its rounding changes.
    private static decimal TieDistance(byte[] rgba, int width, int height, int at)
    {
        int luma = width * height, site = (at - luma) % (luma / 4), x = site % (width / 2), y = site / (width / 2);
        decimal[] p = [.. Enumerable.Range(0, 3).Select(c => at < luma ? rgba[(4 * at) + c] : Filtered(rgba, width, height, x, y, c))];
        var v = at < luma ? (.182586m * p[0]) + (.614231m * p[1]) + (.062007m * p[2])
            : at < luma + (luma / 4) ? (-.100644m * p[0]) - (.338572m * p[1]) + (.439216m * p[2])
            : (.439216m * p[0]) - (.398942m * p[1]) - (.040274m * p[2]);
        return Math.Abs(v + .5m - Math.Round(v + .5m));
    }

    // [1 2 1]/4 x [1 3 3 1]/8, edges repeated.
    private static decimal Filtered(byte[] rgba, int width, int height, int x, int y, int channel)
    {
        var sum = 0;
        for (var row = -1; row <= 2; row++)
        {
            for (var column = -1; column <= 1; column++)
            {
                int px = Math.Clamp((2 * x) + column, 0, width - 1), py = Math.Clamp((2 * y) + row, 0, height - 1);
                sum += (row is 0 or 1 ? 3 : 1) * (column == 0 ? 2 : 1) * rgba[(4 * ((py * width) + px)) + channel];
            }
        }

        return sum / 32m;
    }

    private byte[] I420(byte[] rgba, int width, int height)
    {
        using var source = Cpu.Allocate1D(rgba);
        using var planes = Cpu.Allocate1D<byte>(width * height / 2 * 3);
        Cpu.ConvertToI420(source.View, planes.View, width, height);
        Cpu.Synchronize();
        return planes.GetAsArray1D();
    }
}
