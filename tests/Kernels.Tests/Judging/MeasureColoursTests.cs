using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

public sealed class MeasureColoursTests(Devices devices)
{
    [Fact]
    public async Task Histograms_and_colourfulness_are_those_of_Pillow_OpenCv_and_numpy()
    {
        var random = new Random(31);
        foreach (var (width, height) in new[] { (1, 1), (63, 17), (400, 300), (5, 700) })
        {
            var rgba = Pictures.Random(random, width, height, 4);
            var reference = new Measures();
            reference.Add(rgba, 4, width, height);
            var expected = await reference.AnswerAsync("colours");
            foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
            {
                var work = new MeasureColours(width, height, rgba);
                accelerator.Execute(work);
                Assert.Equal(expected[..256], work.Luma.ToArray().Select(c => (double)c));
                Assert.Equal(expected[256..768], work.Colours.ToArray().Select(c => (double)c));
                Assert.Equal(expected[768], work.Colourfulness, 1e-9 * Math.Max(1, expected[768]));
                Assert.Equal(1, work.Dominant.Sum(c => c.Share), 1e-9);
            }
        }
    }

    [Fact]
    public async Task Saliency_is_smartcrops_formula()
    {
        var photo = await Photo.ReadAsync("astronaut.png");
        var reference = new Measures();
        reference.Add(photo.Rgba.ToArray(), 4, photo.Width, photo.Height);
        var expected = await reference.AnswerAsync("saliency");
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var worth = new int[photo.Width / 8 * (photo.Height / 8)];
            accelerator.Execute(new MapSaliency(photo.Width, photo.Height, photo.Rgba, worth));

            // The maps are bytes: half a step of each, at the greatest weights.
            Assert.All(expected.Zip(worth), w => Assert.InRange(w.First - ((double)w.Second / MapSaliency.Unit), -0.012, 0.012));
            Assert.True(expected.Max() > 0.3);
        }
    }

    [Fact]
    public void Arguments_that_cannot_be_are_named()
    {
        Assert.Contains("0 whole cells", Assert.Throws<ArgumentException>(() => new MapSaliency(7, 9, new byte[252], default)).Message, StringComparison.Ordinal);
        Assert.Contains("more than 16777216", Assert.Throws<ArgumentException>(() => new MeasureColours(4097, 4096, new byte[4 * 4097 * 4096])).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 8", Assert.ThrowsAny<ArgumentException>(() => new MeasureColours(1, 1, new byte[4], 9)).Message, StringComparison.Ordinal);
    }
}
