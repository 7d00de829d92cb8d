using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Judging;

public sealed class JudgePicturesTests(Devices devices)
{
    [Fact]
    public async Task Measures_are_those_of_OpenCv_and_numpy()
    {
        // The longer side is 1,024 already, so that both sides measure the same pixels.
        var random = new Random(21);
        var pictures = new[] { (1024, 1), (1024, 333), (517, 1024), (1, 1024) }.Select(s => Opaque(random, s.Item1, s.Item2)).ToArray();
        var reference = new Measures();
        foreach (var picture in pictures)
        {
            reference.Add(picture.Rgba.ToArray(), 4, picture.Width, picture.Height);
        }

        var expected = (await reference.AnswerAsync("quality")).Chunk(6);
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            foreach (var (values, q) in expected.Zip(Judge(accelerator, pictures)))
            {
                foreach (var (value, ours) in values.Zip([q.Sharpness, q.Colourfulness, q.Brightness, q.Contrast, q.DarkShare, q.LightShare]))
                {
                    Assert.Equal(value, ours, 1e-9 * Math.Max(1, value));
                }
            }
        }
    }

    [Fact]
    public async Task Hashes_are_imagehashs_but_for_coefficients_at_the_median()
    {
        var random = new Random(22);
        RgbaPicture[] pictures =
        [
            .. new[] { (32, 32), (256, 171), (100, 256), (31, 33), (200, 150), (5, 9), (1, 1) }.Select(s => Opaque(random, s.Item1, s.Item2)),
            await Photo.ReadAsync("astronaut.png"),
        ];
        var reference = new Measures();
        foreach (var picture in pictures)
        {
            reference.Add(picture.Rgba.ToArray(), 4, picture.Width, picture.Height);
        }

        var expected = (await reference.AnswerAsync("hash_coefficients")).Chunk(64);
        foreach (var (coefficients, q) in expected.Zip(Judge(devices.Cpu, pictures)))
        {
            var sorted = coefficients.Order().ToArray();
            var median = (sorted[31] + sorted[32]) / 2;
            for (var i = 0; i < 64; i++)
            {
                var bit = (q.Hash.Bits >> (63 - i) & 1) == 1;
                Assert.True(bit == coefficients[i] > median || Math.Abs(coefficients[i] - median) < 1e-3, $"Bit {i} is {bit}; {coefficients[i]} against {median}.");
            }
        }
    }

    [Fact]
    public async Task Crops_are_smartcrops_given_the_same_pixels()
    {
        var goldens = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Judging", "Goldens", "crops.txt"), TestContext.Current.CancellationToken)).Select(l => l.Split(' ')).ToArray();
        Assert.NotEmpty(goldens);
        foreach (var photo in goldens.GroupBy(g => g[0]))
        {
            var numbers = photo.Select(g => g[1..].Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
            var options = new JudgeOptions { Aspects = [.. numbers.Select(n => new CropAspect(n[0], n[1]))] };
            var crops = Judge(devices.Cpu, [await Photo.ReadAsync(photo.Key)], options)[0].Crops;
            Assert.Equal(numbers.Select(n => new CropBox(n[2], n[3], n[4], n[5])), crops);
        }
    }

    [Fact]
    public void A_batch_gives_what_its_pictures_give_alone_and_OpenCl_the_same()
    {
        var random = new Random(23);
        var sizes = new[] { (1, 1), (7, 300), (1500, 40), (640, 480), (300, 1100), (8, 8), (2, 1), (257, 256), (90, 90), (1024, 1024), (33, 31) };
        RgbaPicture[] pictures = [.. sizes.Select(s => new RgbaPicture(s.Item1, s.Item2, Pictures.Random(random, s.Item1, s.Item2, 4)))];
        var together = Judge(devices.Cpu, pictures);
        Same(pictures.Select(p => Judge(devices.Cpu, [p])[0]), together);
        Same(Judge(devices.Pocl, pictures), together);
        Assert.All(together.Zip(pictures), t => Assert.All(t.First.Crops, c => Assert.True(
            c is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && c.X + c.Width <= t.Second.Width && c.Y + c.Height <= t.Second.Height, $"{c} of {t.Second.Width}x{t.Second.Height}")));
    }

    [Fact]
    public async Task Size_hardly_matters_to_hash_and_colours()
    {
        var small = await Photo.ReadAsync("coffee.png");
        var large = Enlarged(small, 5);
        var (a, b) = (Judge(devices.Cpu, [small])[0], Judge(devices.Cpu, [large])[0]);
        Assert.True(a.Hash.Distance(b.Hash) <= 4, $"{a.Hash} {b.Hash}");
        Assert.True(NearDuplicates.ColourDistance(a, b) < 0.02);
        Assert.True(NearDuplicates.Are(a, b));
    }

    [Fact]
    public void What_is_transparent_is_judged_as_the_background()
    {
        var clear = new RgbaPicture(40, 30, new byte[4800]);
        var q = Judge(devices.Cpu, [clear], new JudgeOptions { Background = 0x0000FF })[0];
        Assert.Equal([new DominantColour(0, 0, 255, 1)], q.Colours);
        Assert.Equal((29, 0, 0), (q.Brightness, q.Contrast, q.Sharpness));
    }

    [Fact]
    public void Works_that_cannot_be_are_refused_and_name_why()
    {
        var fine = new RgbaPicture(2, 2, new byte[16]);
        Assert.Contains("0 pictures", Assert.Throws<ArgumentException>(() => new JudgePictures([])).Message, StringComparison.Ordinal);
        Assert.Contains("Picture 1 is 2x2 with 15 bytes", Assert.Throws<ArgumentException>(() => new JudgePictures([fine, fine with { Rgba = new byte[15] }])).Message, StringComparison.Ordinal);
        Assert.Contains("Colours is 9", Assert.Throws<ArgumentException>(() => new JudgePictures([fine], new JudgeOptions { Colours = 9 })).Message, StringComparison.Ordinal);
        Assert.Contains("0:1", Assert.Throws<ArgumentException>(() => new JudgePictures([fine], new JudgeOptions { Aspects = [new(0, 1)] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new JudgePictures([fine], new JudgeOptions { Background = -1 }));
    }

    internal static IReadOnlyList<PictureQuality> Judge(Accelerator accelerator, IReadOnlyList<RgbaPicture> pictures, JudgeOptions? options = null)
    {
        var work = new JudgePictures(pictures, options);
        WorkRun.Execute(accelerator, work);
        return work.Results();
    }

    private static void Same(IEnumerable<PictureQuality> expected, IEnumerable<PictureQuality> actual)
    {
        foreach (var (e, a) in expected.Zip(actual))
        {
            Assert.Equal(e.Colours, a.Colours);
            Assert.Equal(e.Crops, a.Crops);
            Assert.Equal(e with { Colours = a.Colours, Crops = a.Crops }, a);
        }
    }

    private static RgbaPicture Opaque(Random random, int width, int height)
    {
        var rgba = Pictures.Random(random, width, height, 4);
        for (var i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = 255;
        }

        return new RgbaPicture(width, height, rgba);
    }

    private static RgbaPicture Enlarged(RgbaPicture picture, int times)
    {
        var from = picture.Rgba.Span;
        var into = new byte[from.Length * times * times];
        for (var y = 0; y < picture.Height * times; y++)
        {
            for (var x = 0; x < picture.Width * times; x++)
            {
                from.Slice(4 * ((y / times * picture.Width) + (x / times)), 4).CopyTo(into.AsSpan(4 * ((y * picture.Width * times) + x)));
            }
        }

        return new RgbaPicture(picture.Width * times, picture.Height * times, into);
    }
}
