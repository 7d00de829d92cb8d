using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

public sealed class BlurTests(Devices devices)
{
    private static readonly (int Width, int Height, int Channels)[] Shapes = [(1, 1, 4), (2, 3, 1), (1, 50, 3), (50, 1, 2), (67, 43, 4), (128, 96, 1), (333, 200, 3), (640, 90, 4)];

    private Accelerator Cpu => devices.Cpu;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    [InlineData(1.7)]
    [InlineData(4)]
    [InlineData(11.5)]
    [InlineData(40)]
    public Task A_gaussian_is_within_one_of_OpenCv(double sigma) => WithinOneAsync(
        $"sigma {sigma}",
        (opencv, picture, s) => opencv.Gaussian(picture, s.Width, s.Height, s.Channels, sigma),
        (accelerator, s, picture) =>
        {
            using var blur = new GaussianBlur(accelerator, s.Width, s.Height, sigma, s.Channels);
            return Run(accelerator, picture, blur.Run);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(60)]
    public Task A_box_is_within_one_of_OpenCv(int radius) => WithinOneAsync(
        $"radius {radius}",
        (opencv, picture, s) => opencv.Box(picture, s.Width, s.Height, s.Channels, radius),
        (accelerator, s, picture) =>
        {
            using var blur = new BoxBlur(accelerator, s.Width, s.Height, radius, s.Channels);
            return Run(accelerator, picture, blur.Run);
        });

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(7.3)]
    [InlineData(500)]
    public void Weights_sum_to_one_and_a_flat_picture_stays_as_it_is(double sigma)
    {
        var weights = GaussianWeights.Create(sigma);
        Assert.Equal(1 << GaussianWeights.Bits, weights[0] + (2 * weights[1..].Sum()));
        Assert.All(weights, w => Assert.True(w >= 0));
        byte[] flat = [.. Enumerable.Repeat((byte)201, 9 * 7)];
        using var blur = new GaussianBlur(Cpu, 9, 7, sigma, 1);
        Assert.Equal(flat, Run(Cpu, flat, blur.Run));
    }

    [Theory]
    [InlineData(300, 200, 320, 180, 20, 1)]
    [InlineData(90, 160, 320, 180, 12, 0.6)]
    [InlineData(900, 300, 180, 320, 8, 0.8)]
    [InlineData(64, 64, 256, 144, 1.5, 1)]
    public async Task A_background_is_near_the_blur_of_the_whole(int width, int height, int frameWidth, int frameHeight, double sigma, double brightness)
    {
        var rgba = Pictures.Random(new Random(width), width, height, 4);
        for (var i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = 255;
        }

        var opencv = new OpenCv();
        opencv.Background(rgba, width, height, sigma, brightness, frameWidth, frameHeight);
        byte[] expected = new byte[I420.Length(frameWidth, frameHeight)], actual = new byte[expected.Length], again = new byte[expected.Length];
        WorkRun.Execute(Cpu, new ConvertToI420(frameWidth, frameHeight, (await opencv.AnswerAsync())[0], expected));
        BackgroundFill Work(byte[] into) => new(width, height, rgba, frameWidth, frameHeight, sigma, brightness, 0, into);
        WorkRun.Execute(Cpu, Work(actual));
        WorkRun.Execute(devices.Pocl, Work(again));
        Pictures.Same(actual, again, "OpenCL");
        var mean = expected.Zip(actual).Average(p => Math.Abs(p.First - p.Second));
        Assert.True(mean < 0.8 && Pictures.Worst(expected, actual) <= 6, $"Mean {mean}, worst {Pictures.Worst(expected, actual)}.");
    }

    [Fact]
    public void What_cannot_be_blurred_is_refused_with_its_value()
    {
        Refused("-1", () => new GaussianBlur(Cpu, 4, 4, -1));
        Refused("NaN", () => new GaussianBlur(Cpu, 4, 4, double.NaN));
        Refused("501", () => new GaussianBlur(Cpu, 4, 4, 501));
        Refused("5", () => new GaussianBlur(Cpu, 4, 4, 1, 5));
        Refused("0", () => new BoxBlur(Cpu, 0, 4, 1));
        Refused("1001", () => new BoxBlur(Cpu, 4, 4, 1001));
        Refused("1.5", () => new BackgroundFill(4, 4, new byte[64], 4, 4, 9, 1.5, 0, new byte[24]));
        Refused("0.5", () => new BackgroundFill(4, 4, new byte[64], 4, 4, 0.5, 1, 0, new byte[24]));
        Refused("63", () => new BackgroundFill(4, 4, new byte[63], 4, 4, 9, 1, 0, new byte[24]));
        using var bytes = Cpu.Allocate1D<byte>(100);
        using var blur = new GaussianBlur(Cpu, 4, 4, 1);
        using var box = new BoxBlur(Cpu, 4, 4, 1);
        Refused("overlaps", () => blur.Run(bytes.View.SubView(0, 64), bytes.View.SubView(36, 64)));
        Refused("overlaps", () => box.Run(bytes.View.SubView(0, 64), bytes.View.SubView(0, 64)));
        Refused("63", () => box.Run(bytes.View.SubView(0, 63), bytes.View.SubView(0, 64)));
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        using var source = Cpu.Allocate1D<byte>(4 * 200 * 100);
        using var target = Cpu.Allocate1D<byte>(4 * 200 * 100);
        using var blur = new GaussianBlur(Cpu, 200, 100, 3);
        using var box = new BoxBlur(Cpu, 200, 100, 3);
        blur.Run(source.View, target.View);
        box.Run(source.View, target.View);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            blur.Run(source.View, target.View);
            box.Run(source.View, target.View);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Refused(string value, Func<object> make) => Assert.Contains(value, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static void Refused(string value, Action run) => Assert.Contains(value, Assert.ThrowsAny<ArgumentException>(run).Message, StringComparison.Ordinal);

    private static byte[] Run(Accelerator accelerator, byte[] picture, Action<ArrayView<byte>, ArrayView<byte>> run)
    {
        using var source = accelerator.Allocate1D(picture);
        using var target = accelerator.Allocate1D<byte>(picture.Length);
        run(source.View, target.View);
        accelerator.Synchronize();
        return target.GetAsArray1D();
    }

    private async Task WithinOneAsync(string blur, Action<OpenCv, byte[], (int Width, int Height, int Channels)> ask, Func<Accelerator, (int Width, int Height, int Channels), byte[], byte[]> run)
    {
        var opencv = new OpenCv();
        var random = new Random(blur.Length);
        var pictures = Shapes.Select(s => Pictures.Random(random, s.Width, s.Height, s.Channels)).ToList();
        foreach (var (s, picture) in Shapes.Zip(pictures))
        {
            ask(opencv, picture, s);
        }

        foreach (var ((s, picture), answer) in Shapes.Zip(pictures).Zip(await opencv.AnswerAsync()))
        {
            var actual = run(Cpu, s, picture);
            Assert.True(Pictures.Worst(answer, actual) <= 1, $"{s} {blur}: {Pictures.Worst(answer, actual)}");
            Pictures.Same(actual, run(devices.Pocl, s, picture), $"OpenCL {s} {blur}");
        }
    }
}
