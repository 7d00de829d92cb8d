using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

public sealed class MeasureSharpnessTests(Devices devices)
{
    private static readonly (int Width, int Height)[] Shapes =
        [(1, 1), (1, 2), (2, 1), (2, 2), (17, 1), (1, 19), (3, 3), (18, 5), (63, 64), (65, 17), (131, 127), (257, 33), (640, 480), (1009, 211)];

    [Fact]
    public async Task Variance_is_OpenCvs_on_cpu_and_opencl()
    {
        var random = new Random(1);
        var pictures = Shapes.Select(s => Pictures.Random(random, s.Width, s.Height, 1)).ToArray();
        var reference = new Measures();
        foreach (var (s, picture) in Shapes.Zip(pictures))
        {
            reference.Add(picture, 1, s.Width, s.Height);
        }

        var expected = await reference.AnswerAsync("sharpness");
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            for (var i = 0; i < Shapes.Length; i++)
            {
                var work = new MeasureSharpness(Shapes[i].Width, Shapes[i].Height, pictures[i]);
                WorkRun.Execute(accelerator, work);
                Assert.Equal(expected[i], work.Variance, 1e-9 * Math.Max(1, expected[i]));
            }
        }
    }

    [Fact]
    public void Blur_lowers_it_and_a_flat_picture_has_none()
    {
        var noise = Pictures.Random(new Random(2), 100, 80, 1);
        var blurred = noise.Select((_, i) => (byte)((noise[i] + noise[Math.Max(0, i - 1)]) / 2)).ToArray();
        Assert.True(Sharpness(blurred) < Sharpness(noise) / 2);
        Assert.Equal(0, Sharpness([.. Enumerable.Repeat((byte)200, 8000)]));
    }

    [Fact]
    public void The_strongest_pattern_does_not_overflow() =>
        Assert.Equal(1020.0 * 1020, Sharpness([.. Enumerable.Range(0, 8000).Select(i => (byte)((i + (i / 100)) % 2 * 255))]));

    [Fact]
    public unsafe void Plain_code_gives_the_bits_of_the_widest()
    {
        var random = new Random(3);
        foreach (var (width, height) in Shapes)
        {
            fixed (byte* gray = Pictures.Random(random, width, height, 1))
            {
                long[] plain = new long[2], wide = new long[2];
                var area = new BlockArea(0, 0, width, height, 0, 0, Math.Min(64, width), Math.Min(16, height));
                fixed (long* plainly = plain, widely = wide)
                {
                    LaplacianHost.Sum(gray, area, plainly, plain: true);
                    LaplacianHost.Sum(gray, area, widely);
                }

                Assert.Equal(plain, wide);
            }
        }
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 16385, 16385)]
    [InlineData(3, 3, 8)]
    public void Arguments_out_of_range_are_refused_when_the_work_is_made(int width, int height, int length) =>
        Assert.ThrowsAny<ArgumentException>(() => new MeasureSharpness(width, height, new byte[length]));

    private double Sharpness(byte[] gray)
    {
        var work = new MeasureSharpness(100, 80, gray);
        WorkRun.Execute(devices.Cpu, work);
        return work.Variance;
    }
}
