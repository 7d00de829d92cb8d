using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

public sealed class ResizerTests(Devices devices)
{
    private static readonly (int SourceWidth, int SourceHeight, int Width, int Height)[] Shapes =
    [
        (1, 1, 1, 1), (1, 1, 7, 5), (9, 13, 1, 1), (1, 64, 1, 23), (64, 1, 23, 1), (101, 97, 53, 31), (31, 37, 101, 103), (2, 2, 129, 1),
        (640, 3, 5, 64), (257, 255, 256, 256), (17, 400, 33, 3), (1000, 20, 7, 19), (16, 16, 16, 16), (40, 30, 40, 17), (40, 30, 17, 30),
        (333, 222, 1500, 120), (5, 2000, 300, 11),
    ];

    public static TheoryData<ResizeFilter, int> Kinds =>
        [.. Enum.GetValues<ResizeFilter>().SelectMany(f => new[] { (f, 3), (f, 4) })];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bits_are_Pillows_on_cpu_and_opencl(ResizeFilter filter, int channels)
    {
        var pillow = new Pillow();
        var random = new Random(1 + channels + (int)filter);
        var pictures = Shapes.Select(s => Pictures.Random(random, s.SourceWidth, s.SourceHeight, channels)).ToList();
        foreach (var (s, picture) in Shapes.Zip(pictures))
        {
            pillow.Resize(picture, channels, s.SourceWidth, s.SourceHeight, s.Width, s.Height, filter);
        }

        var answers = await pillow.AnswerAsync();
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            for (var i = 0; i < Shapes.Length; i++)
            {
                var s = Shapes[i];
                using var resizer = new Resizer(accelerator, s.SourceWidth, s.SourceHeight, s.Width, s.Height, filter, channels);
                Pictures.Same(answers[i], Run(accelerator, resizer, pictures[i], answers[i].Length), $"{accelerator.Name} {s} {filter} {channels}");
            }
        }
    }

    [Fact]
    public void A_channel_resized_as_opaque_is_like_the_others()
    {
        var random = new Random(3);
        var rgba = Pictures.Random(random, 61, 47, 4);
        using var resizer = new Resizer(devices.Cpu, 61, 47, 35, 80, ResizeFilter.Lanczos, opaque: true);
        using var rgb = new Resizer(devices.Cpu, 61, 47, 35, 80, ResizeFilter.Lanczos, 3);
        var four = Run(devices.Cpu, resizer, rgba, 35 * 80 * 4);
        var three = Run(devices.Cpu, rgb, [.. rgba.Where((_, i) => i % 4 != 3)], 35 * 80 * 3);
        Assert.Equal(three, four.Where((_, i) => i % 4 != 3));
    }

    [Theory]
    [InlineData(0, 1, 1, 1, 4)]
    [InlineData(1, 16385, 1, 1, 4)]
    [InlineData(1, 1, 0, 1, 4)]
    [InlineData(1, 1, 1, -1, 4)]
    [InlineData(1, 1, 1, 1, 2)]
    public void Sizes_out_of_range_are_refused(int sourceWidth, int sourceHeight, int width, int height, int channels) =>
        Assert.ThrowsAny<ArgumentException>(() => new Resizer(devices.Cpu, sourceWidth, sourceHeight, width, height, ResizeFilter.Box, channels));

    [Fact]
    public void Views_of_another_length_are_refused()
    {
        using var resizer = new Resizer(devices.Cpu, 3, 3, 2, 2, ResizeFilter.Box);
        using var bytes = devices.Cpu.Allocate1D<byte>(36);
        Assert.Throws<ArgumentException>(() => resizer.Run(bytes.View, bytes.View));
        Assert.Throws<ArgumentException>(() => resizer.Run(bytes.View.SubView(0, 35), bytes.View.SubView(0, 16)));
    }

    private static byte[] Run(Accelerator accelerator, Resizer resizer, byte[] picture, int length)
    {
        using var source = accelerator.Allocate1D(picture);
        using var target = accelerator.Allocate1D<byte>(length);
        resizer.Run(source.View, target.View);
        accelerator.Synchronize();
        return target.GetAsArray1D();
    }
}
