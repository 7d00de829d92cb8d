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

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bits_of_a_cropped_resize_are_Pillows_on_cpu_and_opencl(ResizeFilter filter, int channels)
    {
        var pillow = new Pillow();
        var random = new Random(11 + channels + (int)filter);
        var cases = Shapes.Select(s => (Shape: s, Box: Pictures.Box(random, s.SourceWidth, s.SourceHeight), Picture: Pictures.Random(random, s.SourceWidth, s.SourceHeight, channels)))
            .Append((Shape: (SourceWidth: 40, SourceHeight: 30, Width: 20, Height: 10), Box: new CropBox(10, 5, 30, 15), Picture: Pictures.Random(random, 40, 30, channels))).ToList();
        foreach (var (s, box, picture) in cases)
        {
            pillow.Resize(picture, channels, s.SourceWidth, s.SourceHeight, s.Width, s.Height, filter, box);
        }

        var answers = await pillow.AnswerAsync();
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            foreach (var ((s, box, picture), answer) in cases.Zip(answers))
            {
                using var resizer = new Resizer(accelerator, s.SourceWidth, s.SourceHeight, s.Width, s.Height, filter, channels, crop: box);
                Pictures.Same(answer, Run(accelerator, resizer, picture, answer.Length), $"{accelerator.Name} {s} {box} {filter} {channels}");
            }
        }
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        using var resizer = new Resizer(devices.Cpu, 300, 200, 128, 72, ResizeFilter.Lanczos);
        using var source = devices.Cpu.Allocate1D<byte>(4 * 300 * 200);
        using var target = devices.Cpu.Allocate1D<byte>(4 * 128 * 72);
        resizer.Run(source.View, target.View);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            resizer.Run(source.View, target.View);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(-1, 0, 10, 10)]
    [InlineData(0, 0, 10.5, 10)]
    [InlineData(4, 0, 4, 10)]
    [InlineData(0, float.NaN, 10, 10)]
    [InlineData(0, 9, 10, 3)]
    public void Boxes_outside_the_picture_are_refused(float left, float top, float right, float bottom)
    {
        CropBox box = new(left, top, right, bottom);
        Assert.Contains("10x10", Assert.ThrowsAny<ArgumentException>(() => new Resizer(devices.Cpu, 10, 10, 5, 5, ResizeFilter.Box, crop: box)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new ResizeImage(10, 10, new byte[400], 5, 5, ResizeFilter.Box, new byte[100], box));
        Assert.ThrowsAny<ArgumentException>(() => new PreparePicture(10, 10, new byte[400], 6, 6, ResizeFilter.Box, 0, new byte[54], box));
    }

    [Theory]
    [InlineData(400, 100, 160, 90, 111.111f, 0, 288.889f, 100)]
    [InlineData(100, 400, 160, 90, 0, 171.875f, 100, 228.125f)]
    [InlineData(320, 180, 160, 90, 0, 0, 320, 180)]
    public void A_box_that_covers_has_the_frames_shape_about_the_centre(int width, int height, int frameWidth, int frameHeight, float left, float top, float right, float bottom)
    {
        var box = CropBox.Cover(width, height, frameWidth, frameHeight);
        Assert.Equal(left, box.Left, 0.01f);
        Assert.Equal(top, box.Top, 0.01f);
        Assert.Equal(right, box.Right, 0.01f);
        Assert.Equal(bottom, box.Bottom, 0.01f);
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
        Assert.Contains("overlaps", Assert.ThrowsAny<ArgumentException>(() => resizer.Run(bytes.View, bytes.View.SubView(20, 16))).Message, StringComparison.Ordinal);
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
