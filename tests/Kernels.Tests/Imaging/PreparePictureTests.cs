using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

public sealed class PreparePictureTests(Devices devices)
{
    private static readonly (int SourceWidth, int SourceHeight, int Width, int Height)[] Shapes =
        [(1, 1, 2, 2), (1, 1, 64, 36), (37, 53, 20, 90), (300, 200, 128, 72), (64, 36, 64, 36), (5, 400, 10, 20)];

    [Fact]
    public async Task An_opaque_picture_is_Pillows_resize_converted()
    {
        var random = new Random(11);
        var pillow = new Pillow();
        var pictures = Shapes.Select(s => Opaque(Pictures.Random(random, s.SourceWidth, s.SourceHeight, 4))).ToList();
        foreach (var (s, picture) in Shapes.Zip(pictures))
        {
            pillow.Resize(picture, 4, s.SourceWidth, s.SourceHeight, s.Width, s.Height, ResizeFilter.Lanczos);
        }

        var answers = await pillow.AnswerAsync();
        for (var i = 0; i < Shapes.Length; i++)
        {
            var s = Shapes[i];
            var expected = new byte[I420.Length(s.Width, s.Height)];
            WorkRun.Execute(devices.Cpu, new ConvertToI420(s.Width, s.Height, answers[i], expected));
            Pictures.Same(expected, Prepare(s, pictures[i], ResizeFilter.Lanczos, 0x123456), $"{s}");
        }
    }

    [Fact]
    public async Task A_part_of_a_picture_is_Pillows_resize_of_its_box_converted()
    {
        var random = new Random(17);
        var pillow = new Pillow();
        var cases = Shapes.Where(s => s.SourceWidth > 1).Select(s => (Shape: s, Box: Pictures.Box(random, s.SourceWidth, s.SourceHeight), Picture: Opaque(Pictures.Random(random, s.SourceWidth, s.SourceHeight, 4)))).ToList();
        foreach (var (s, box, picture) in cases)
        {
            pillow.Resize(picture, 4, s.SourceWidth, s.SourceHeight, s.Width, s.Height, ResizeFilter.Lanczos, box);
        }

        foreach (var ((s, box, picture), answer) in cases.Zip(await pillow.AnswerAsync()))
        {
            byte[] expected = new byte[I420.Length(s.Width, s.Height)], actual = new byte[expected.Length];
            WorkRun.Execute(devices.Cpu, new ConvertToI420(s.Width, s.Height, answer, expected));
            WorkRun.Execute(devices.Cpu, new PreparePicture(s.SourceWidth, s.SourceHeight, picture, s.Width, s.Height, ResizeFilter.Lanczos, 0, actual, box));
            Pictures.Same(expected, actual, $"{s} {box}");
        }
    }

    [Fact]
    public async Task A_transparent_picture_is_within_two_of_Pillows_resize_and_alpha_composite()
    {
        var random = new Random(12);
        var shapes = Shapes.Where(s => (s.SourceWidth, s.SourceHeight) != (s.Width, s.Height)).ToList();
        var pictures = shapes.ConvertAll(s => Pictures.Random(random, s.SourceWidth, s.SourceHeight, 4));
        var resize = new Pillow();
        foreach (var (s, picture) in shapes.Zip(pictures))
        {
            resize.Resize(picture, 4, s.SourceWidth, s.SourceHeight, s.Width, s.Height, ResizeFilter.Bicubic);
        }

        var over = new Pillow();
        foreach (var (s, resized) in shapes.Zip(await resize.AnswerAsync()))
        {
            over.Over(resized, [.. Enumerable.Range(0, s.Width * s.Height).SelectMany(_ => new byte[] { 0xF0, 0x40, 0x99, 255 })], s.Width, s.Height);
        }

        foreach (var ((s, picture), composed) in shapes.Zip(pictures).Zip(await over.AnswerAsync()))
        {
            var expected = new byte[I420.Length(s.Width, s.Height)];
            WorkRun.Execute(devices.Cpu, new ConvertToI420(s.Width, s.Height, composed, expected));
            Assert.True(Pictures.Worst(expected, Prepare(s, picture, ResizeFilter.Bicubic, 0xF04099)) <= 2, $"{s}");
        }
    }

    [Fact]
    public void The_cheap_way_of_opaque_pictures_gives_the_bits_of_the_general_way()
    {
        var random = new Random(13);
        foreach (var s in Shapes)
        {
            foreach (var filter in Enum.GetValues<ResizeFilter>())
            {
                var picture = Opaque(Pictures.Random(random, s.SourceWidth, s.SourceHeight, 4));
                var plan = new ResizePlan(s.SourceWidth, s.SourceHeight, s.Width, s.Height, filter);
                Assert.Equal(Resized(plan, picture, ResizeAlpha.Over), Resized(plan, picture, ResizeAlpha.Ignore));
                Assert.Equal(Resized(plan, picture, ResizeAlpha.Straight), Resized(plan, picture, ResizeAlpha.Ignore));
            }
        }
    }

    [Fact]
    public void What_is_transparent_shows_the_background_and_nothing_else()
    {
        var picture = new byte[4 * 50 * 40];
        for (var i = 0; i < picture.Length; i += 4)
        {
            (picture[i], picture[i + 1]) = (200, 90);
        }

        byte[] green = [.. Enumerable.Repeat((byte)173, 16 * 12), .. Enumerable.Repeat((byte)42, 48), .. Enumerable.Repeat((byte)26, 48)];
        Assert.Equal(green, Prepare((50, 40, 16, 12), picture, ResizeFilter.Lanczos, 0x00FF00));
    }

    [Fact]
    public void OpenCl_gives_the_bits_of_the_cpu()
    {
        var random = new Random(14);
        foreach (var s in Shapes)
        {
            var picture = Pictures.Random(random, s.SourceWidth, s.SourceHeight, 4);
            var planes = new byte[I420.Length(s.Width, s.Height)];
            WorkRun.Execute(devices.Pocl, new PreparePicture(s.SourceWidth, s.SourceHeight, picture, s.Width, s.Height, ResizeFilter.Lanczos, 0xABCDEF, planes));
            Pictures.Same(planes, Prepare(s, picture, ResizeFilter.Lanczos, 0xABCDEF), $"{s}");
        }
    }

    [Theory]
    [InlineData(0, 10, 10, 10, 0, 400)]
    [InlineData(10, 10, 9, 10, 0, 400)]
    [InlineData(10, 10, 10, 10, -1, 400)]
    [InlineData(10, 10, 10, 10, 0x1000000, 400)]
    [InlineData(10, 10, 10, 10, 0, 399)]
    public void Arguments_out_of_range_are_refused_when_the_work_is_made(int sourceWidth, int sourceHeight, int width, int height, int background, int length) =>
        Assert.ThrowsAny<ArgumentException>(() => new PreparePicture(sourceWidth, sourceHeight, new byte[length], width, height, ResizeFilter.Triangle, background, new byte[150]));

    [Fact]
    public void The_work_says_what_it_is()
    {
        var work = new PreparePicture(3, 2, new byte[24], 4, 6, ResizeFilter.Triangle, 0, new byte[36]);
        Assert.Equal(("picture.prepare", "3x2 4x6 Triangle", 30), (work.Operation, work.BatchKey, work.Size));
    }

    private static byte[] Opaque(byte[] rgba)
    {
        for (var i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = 255;
        }

        return rgba;
    }

    private byte[] Resized(ResizePlan plan, byte[] picture, ResizeAlpha alpha)
    {
        using var source = devices.Cpu.Allocate1D(picture);
        using var across = devices.Cpu.Allocate1D(plan.Across);
        using var down = devices.Cpu.Allocate1D(plan.Down);
        using var target = devices.Cpu.Allocate1D<byte>(4 * plan.Shape.Width * plan.Shape.Height);
        ResizePlan.Run(devices.Cpu, source.View, target.View, across.View, down.View, default, plan.Shape with { Alpha = alpha, Background = 0x336699 }, plan.SourceRows);
        devices.Cpu.Synchronize();
        return target.GetAsArray1D();
    }

    private byte[] Prepare((int SourceWidth, int SourceHeight, int Width, int Height) s, byte[] picture, ResizeFilter filter, int background)
    {
        var planes = new byte[I420.Length(s.Width, s.Height)];
        WorkRun.Execute(devices.Cpu, new PreparePicture(s.SourceWidth, s.SourceHeight, picture, s.Width, s.Height, filter, background, planes));
        return planes;
    }
}
