using System.Globalization;
using System.Text;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

public sealed class ColourCubeTests(Devices devices)
{
    private const int Width = 128;
    private const int Height = 96;

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(65)]
    public void A_cube_that_changes_nothing_changes_nothing(int size)
    {
        var picture = Picture();
        using var cube = new ColourCube(size, Identity(size));
        Assert.Equal(picture, Map(cube, picture));
    }

    // ffmpeg computes in floats and cuts off where this rounds: it is never above, and never more than 1 below.
    [Theory]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(65)]
    public async Task Colours_are_those_of_ffmpegs_tetrahedra_rounded(int size)
    {
        var colours = Curved(size);
        var path = Path.GetTempFileName() + ".cube";
        try
        {
            await File.WriteAllTextAsync(path, Text(size, colours), TestContext.Current.CancellationToken);
            var picture = Picture();
            var expected = await Reference.FfmpegAsync(
                picture, "-f", "rawvideo", "-pix_fmt", "rgba", "-s", $"{Width}x{Height}", "-i", "-", "-vf", $"lut3d=file={path}:interp=tetrahedral", "-f", "rawvideo", "-pix_fmt", "rgba", "-");
            using var cube = ColourCube.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
            var actual = Map(cube, picture);
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < actual.Length; i++)
            {
                Assert.InRange(actual[i] - expected[i], 0, 1);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(33)]
    public void Colours_are_within_rounding_of_doubles(int size)
    {
        var colours = Curved(size);
        var picture = Picture();
        using var cube = new ColourCube(size, colours);
        var actual = Map(cube, picture);
        for (var at = 0; at < actual.Length; at += 4)
        {
            double[] place = [.. Enumerable.Range(0, 3).Select(c => picture[at + c] / 255.0 * (size - 1))];
            int[] cell = [.. place.Select(p => Math.Min((int)p, size - 2))];
            var order = Enumerable.Range(0, 3).OrderByDescending(c => place[c] - cell[c]).ToArray();
            var rest = order.Select(c => place[c] - cell[c]).ToArray();
            for (var c = 0; c < 3; c++)
            {
                int[] corner = [.. cell];
                var sum = (1 - rest[0]) * colours[At(corner, size) + c];
                for (var step = 0; step < 3; step++)
                {
                    corner[order[step]]++;
                    sum += (rest[step] - (step < 2 ? rest[step + 1] : 0)) * colours[At(corner, size) + c];
                }

                Assert.InRange(actual[at + c] - (255 * sum), -0.51, 0.51);
            }
        }
    }

    [Fact]
    public void The_domain_of_a_file_stretches_its_table()
    {
        // The darker half of the levels over the whole table: twice as bright.
        using var cube = ColourCube.Parse("TITLE \"x\"\n# y\nLUT_3D_SIZE 2\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 0.5 0.5 0.5\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n");
        byte[] picture = [0, 10, 100, 7, 127, 200, 255, 8];
        Assert.Equal([0, 20, 200, 7, 254, 255, 255, 8], Map(cube, picture, 2, 1));
    }

    [Theory]
    [InlineData("0 0 0\n", "Line 1", "before LUT_3D_SIZE")]
    [InlineData("LUT_3D_SIZE 66\n", "Line 1", "66")]
    [InlineData("LUT_1D_SIZE 16\n", "Line 1", "LUT_1D_SIZE 16")]
    [InlineData("LUT_3D_SIZE 2\n0 0 0\n0 1\n", "Line 3", "0 1")]
    [InlineData("LUT_3D_SIZE 2\n0 0 nan\n", "Line 2", "nan")]
    [InlineData("LUT_3D_SIZE 2\n0 0 0\n", "Line 3", "1 of 2³")]
    [InlineData("", "Line 1", "no LUT_3D_SIZE")]
    public void Files_that_are_none_are_refused_by_line(string text, string line, string named)
    {
        var error = Assert.Throws<FormatException>(() => ColourCube.Parse(text));
        Assert.Contains(line, error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_colours_and_an_empty_domain_are_refused()
    {
        var whole = Text(2, Identity(2));
        Assert.Contains("more than 2³", Assert.Throws<FormatException>(() => ColourCube.Parse(whole + "0 0 0\n")).Message, StringComparison.Ordinal);
        Assert.Contains("DOMAIN_MAX 0", Assert.Throws<FormatException>(() => ColourCube.Parse("DOMAIN_MAX 0 1 1\n" + whole)).Message, StringComparison.Ordinal);
        Assert.Contains("24", Assert.Throws<ArgumentException>(() => new ColourCube(2, new float[23])).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => new ColourCube(2, Enumerable.Repeat(float.NaN, 24).ToArray())).Message, StringComparison.Ordinal);
    }

    private byte[] Map(ColourCube cube, byte[] picture, int width = Width, int height = Height)
    {
        using var source = devices.Cpu.Allocate1D(picture);
        using var target = devices.Cpu.Allocate1D<byte>(picture.Length);
        using var map = new ColourMap(devices.Cpu, cube);
        map.Run(source.View, target.View, width, height);
        devices.Cpu.Synchronize();
        return target.GetAsArray1D();
    }

    private static byte[] Picture()
    {
        var picture = new byte[4 * Width * Height];
        new Random(5).NextBytes(picture);
        return picture;
    }

    private static float[] Identity(int size) => Make(size, (r, g, b) => (r, g, b));

    private static float[] Curved(int size) => Make(size, (r, g, b) => (MathF.Sqrt(r) * (0.8f + (0.2f * b)), (g * g * 0.9f) + (0.1f * r), (0.7f * b) + (0.3f * g * r)));

    private static float[] Make(int size, Func<float, float, float, (float R, float G, float B)> colour)
    {
        var colours = new float[3 * size * size * size];
        for (var i = 0; i < size * size * size; i++)
        {
            float most = size - 1;
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = colour(i % size / most, i / size % size / most, i / size / size / most);
        }

        return colours;
    }

    private static int At(int[] cell, int size) => 3 * ((((cell[2] * size) + cell[1]) * size) + cell[0]);

    private static string Text(int size, float[] colours)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"LUT_3D_SIZE {size}\n");
        for (var i = 0; i < colours.Length; i += 3)
        {
            text.Append(CultureInfo.InvariantCulture, $"{colours[i]:f8} {colours[i + 1]:f8} {colours[i + 2]:f8}\n");
        }

        return text.ToString();
    }
}
