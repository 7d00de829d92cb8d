using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

public sealed class DominantColoursTests(Devices devices)
{
    [Fact]
    public void Flat_colours_are_found_with_their_shares()
    {
        var rgba = new byte[4 * 200 * 100];
        for (var i = 0; i < rgba.Length; i += 4)
        {
            var x = i / 4 % 200;
            (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = x < 100 ? ((byte)250, (byte)240, (byte)10, (byte)255) : x < 160 ? ((byte)10, (byte)20, (byte)200, (byte)255) : ((byte)0, (byte)0, (byte)0, (byte)255);
        }

        DominantColour[] expected = [new(250, 240, 10, .5), new(10, 20, 200, .3), new(0, 0, 0, .2)];
        Assert.Equal(expected, JudgePicturesTests.Judge(devices.Cpu, [new RgbaPicture(200, 100, rgba)])[0].Colours);
    }

    [Theory]
    [InlineData("astronaut.png")]
    [InlineData("coffee.png")]
    [InlineData("chelsea.png")]
    public async Task Colours_stand_for_a_photograph_nearly_as_well_as_OpenCvs_best(string name)
    {
        var photo = await Photo.ReadAsync(name);
        var reference = new Measures();
        reference.Add(photo.Rgba.ToArray(), 4, photo.Width, photo.Height);
        var theirs = (await reference.AnswerAsync("palette")).Chunk(3).Select(c => Lab(c[0], c[1], c[2])).ToArray();
        var ours = JudgePicturesTests.Judge(devices.Cpu, [photo])[0].Colours;
        Assert.Equal(1, ours.Sum(c => c.Share), 1e-9);
        double expected = Error(photo, theirs), actual = Error(photo, [.. ours.Select(c => Lab(c.Red, c.Green, c.Blue))]);
        Assert.True(actual < 1.3 * expected, $"{actual} against {expected}");
    }

    [Fact]
    public void Integer_Oklab_is_near_the_formula()
    {
        var random = new Random(4);
        for (var i = 0; i < 20_000; i++)
        {
            // Grays, and both ends, among them.
            int r = random.Next(256), g = i % 4 == 0 ? r : random.Next(256), b = i % 4 == 0 ? r : random.Next(256);
            (r, g, b) = i == 0 ? (255, 255, 255) : i == 4 ? (0, 0, 0) : (r, g, b);
            var ours = Oklab.Of((byte)r, (byte)g, (byte)b);
            var expected = Lab(r, g, b);
            foreach (var (value, integer) in new[] { (expected.L, ours.L), (expected.A, ours.A), (expected.B, ours.B) })
            {
                Assert.True(Math.Abs(value - (integer / (double)(1 << Oklab.Bits))) < 1.0 / 1024, $"{r} {g} {b}: {value} {integer}");
            }
        }
    }

    private static double Error(RgbaPicture photo, (double L, double A, double B)[] palette)
    {
        var sum = 0.0;
        var span = photo.Rgba.Span;
        for (var i = 0; i < span.Length; i += 4)
        {
            var (l, a, b) = Lab(span[i], span[i + 1], span[i + 2]);
            sum += palette.Min(p => Math.Pow(p.L - l, 2) + Math.Pow(p.A - a, 2) + Math.Pow(p.B - b, 2));
        }

        return sum / (span.Length / 4);
    }

    private static (double L, double A, double B) Lab(double red, double green, double blue)
    {
        static double Linear(double v) => v / 255 <= 0.04045 ? v / 255 / 12.92 : Math.Pow(((v / 255) + 0.055) / 1.055, 2.4);
        double r = Linear(red), g = Linear(green), b = Linear(blue);
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return ((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s), (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }
}
