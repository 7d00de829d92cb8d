using Gpu.Kernels.Imaging;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>The plain bodies, which run where a processor has no AVX2, against the vectors.</summary>
public sealed unsafe class HostPathTests
{
    public static TheoryData<int, int, int, int> Shapes =>
        new() { { 1, 1, 1, 1 }, { 1, 9, 33, 2 }, { 97, 61, 64, 40 }, { 50, 40, 171, 133 }, { 700, 90, 31, 7 }, { 16, 16, 5000, 3 }, { 3, 3000, 70, 2 } };

    private static IEnumerable<PlaneFormat> Formats =>
        from layout in Enum.GetValues<PlaneLayout>()
        from matrix in Enum.GetValues<ColourMatrix>()
        from range in Enum.GetValues<ColourRange>()
        select new PlaneFormat(layout, matrix, range);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Resizes_are_the_same_on_every_path(int sourceWidth, int sourceHeight, int width, int height)
    {
        var random = new Random(sourceWidth + width);
        foreach (var filter in Enum.GetValues<ResizeFilter>())
        {
            foreach (var alpha in Enum.GetValues<ResizeAlpha>())
            {
                var plan = new ResizePlan(sourceWidth, sourceHeight, width, height, filter);
                var shape = plan.Shape with { Channels = alpha == ResizeAlpha.Ignore ? 3 : 4, Alpha = alpha, Background = random.Next(0x1000000) };
                var picture = Pictures.Random(random, sourceWidth, sourceHeight, shape.Channels);
                var plain = Resize(plan, shape, picture, HostPath.Plain);
                foreach (var path in Enum.GetValues<HostPath>().Where(HostPaths.IsSupported))
                {
                    Pictures.Same(plain, Resize(plan, shape, picture, path), $"{filter} {alpha} {path}");
                }
            }
        }
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(18, 4)]
    [InlineData(66, 10)]
    [InlineData(258, 34)]
    public void Point_operations_are_the_same_on_every_path(int width, int height)
    {
        var random = new Random(width);
        byte[] a = Pictures.Random(random, width, height, 4), b = Pictures.Random(random, width, height, 4);
        byte[] fast = new byte[a.Length], plain = new byte[a.Length];
        fixed (byte* first = a, second = b, one = fast, other = plain)
        {
            foreach (var format in Formats)
            {
                var planes = PlaneShape.Of(width, height, format.Layout);
                RgbaToPlanesRows.Convert(first, one, planes, new YuvFromRgb(format), 0, height / 2, HostPaths.Best);
                RgbaToPlanesRows.Convert(first, other, planes, new YuvFromRgb(format), 0, height / 2, HostPath.Plain);
                Pictures.Same(plain, fast, $"to {format}");
                PlanesToRgbaRows.Convert(first, one, planes, new RgbFromYuv(format), 0, height / 2, HostPaths.Best);
                PlanesToRgbaRows.Convert(first, other, planes, new RgbFromYuv(format), 0, height / 2, HostPath.Plain);
                Pictures.Same(plain, fast, $"from {format}");
            }

            CrossfadeRows.Mix(first, second, one, a.Length, 12345);
            CrossfadeRows.Mix(first, second, other, a.Length, 12345, plain: true);
            Pictures.Same(plain, fast, "crossfade");
            CompositeOver.Mix(first, second, one, a.Length);
            CompositeOver.Mix(first, second, other, a.Length, plain: true);
            Pictures.Same(plain, fast, "over");
        }
    }

    [Theory]
    [InlineData(0.5, 20)]
    [InlineData(3, 4)]
    [InlineData(30, 0)]
    public void Blurs_are_the_same_on_every_path_and_in_every_band(double sigma, int boxRadius)
    {
        foreach (var (width, height, channels) in new[] { (1, 1, 4), (2, 3, 1), (50, 1, 2), (67, 43, 4), (333, 50, 3), (640, 90, 4) })
        {
            var picture = Pictures.Random(new Random(5), width, height, channels);
            var weights = GaussianWeights.Create(sigma);
            BlurShape gaussian = new(width, height, channels, GaussianWeights.Radius(sigma)), box = new(width, height, channels, boxRadius);
            byte[] one = new byte[picture.Length], other = new byte[picture.Length];
            fixed (byte* from = picture, a = one, b = other)
            {
                fixed (int* w = weights)
                {
                    BlurBand.Run(from, a, w, w, gaussian, 0, height, HostPath.Plain);
                    BlurBand.Run(from, b, w, w, gaussian, 0, height / 3, HostPaths.Best);
                    BlurBand.Run(from, b, w, w, gaussian, height / 3, height, HostPaths.Best);
                }

                Pictures.Same(one, other, $"Gaussian {width}x{height}");
                BoxBand.Run(from, a, box, 0, height, HostPath.Plain);
                BoxBand.Run(from, b, box, 0, height / 3, HostPaths.Best);
                BoxBand.Run(from, b, box, height / 3, height, HostPaths.Best);
                Pictures.Same(one, other, $"box {width}x{height}");
            }
        }
    }

    private static byte[] Resize(ResizePlan plan, ResizeShape shape, byte[] picture, HostPath path)
    {
        var target = new byte[shape.Width * shape.Height * shape.Channels];
        fixed (byte* from = picture, to = target)
        {
            fixed (int* across = plan.Across, down = plan.Down)
            {
                var middle = shape.Height / 3;
                ResizeBand.Run(from, to, across, down, shape, 0, middle, path);
                ResizeBand.Run(from, to, across, down, shape, middle, shape.Height, path);
            }
        }

        return target;
    }
}
