using System.Globalization;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Y'CbCr in each matrix, range and layout, both ways, against zscale and the standards' own numbers.</summary>
public sealed class ConversionTests(Devices devices)
{
    private static readonly (int Width, int Height)[] Shapes = [(2, 2), (34, 38), (320, 180)];

    private Accelerator Cpu => devices.Cpu;

    public static TheoryData<ColourMatrix, ColourRange, PlaneLayout> Formats =>
        [.. from m in Enum.GetValues<ColourMatrix>() from r in Enum.GetValues<ColourRange>() from l in Enum.GetValues<PlaneLayout>() select (m, r, l)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Planes_are_within_one_of_zscale(ColourMatrix matrix, ColourRange range, PlaneLayout layout)
    {
        foreach (var (width, height) in Shapes)
        {
            var rgba = Pictures.Random(new Random(width), width, height, 4);
            byte[] rgb = [.. rgba.Where((_, i) => i % 4 != 3)];
            var actual = ToPlanes(rgba, width, height, new(layout, matrix, range));
            var expected = await Zscale(rgb, width, height, "rgb24", "yuv420p", $"format=gbrp,zscale=matrixin=gbr:rangein=full:matrix={Name(matrix)}:range={Name(range)}:{Same},format=yuv420p");
            Compare(Planar(actual, layout), expected, 200);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Pixels_are_within_one_of_zscale(ColourMatrix matrix, ColourRange range, PlaneLayout layout)
    {
        foreach (var (width, height) in Shapes)
        {
            var planes = Pictures.Random(new Random(height), width * height / 2 * 3, 1, 1);
            var actual = ToRgba(planes, width, height, new(layout, matrix, range));
            var expected = await Zscale(Planar(planes, layout), width, height, "yuv420p", "rgb24", $"format=yuv420p,zscale=matrixin={Name(matrix)}:rangein={Name(range)}:matrix=gbr:range=full:{Same},format=gbrp,format=rgb24");
            Compare(expected, [.. actual.Where((_, i) => i % 4 != 3)], 12);
            Assert.All(actual.Where((_, i) => i % 4 == 3), a => Assert.Equal(255, a));
        }
    }

    [Theory]
    [InlineData(ColourMatrix.Bt709, ColourRange.Limited, 63, 102, 240, 173, 42, 26, 32, 240, 118)]
    [InlineData(ColourMatrix.Bt601, ColourRange.Limited, 81, 90, 240, 145, 54, 34, 41, 240, 110)]
    [InlineData(ColourMatrix.Bt601, ColourRange.Full, 76, 85, 255, 150, 44, 21, 29, 255, 107)]
    [InlineData(ColourMatrix.Bt709, ColourRange.Full, 54, 99, 255, 182, 30, 12, 18, 255, 116)]
    public void Red_green_and_blue_have_their_golden_values(ColourMatrix matrix, ColourRange range, params int[] golden)
    {
        for (var c = 0; c < 3; c++)
        {
            var rgba = new byte[4 * 32 * 2];
            for (var i = c; i < rgba.Length; i += 4)
            {
                rgba[i] = 255;
            }

            var planes = ToPlanes(rgba, 32, 2, new(PlaneLayout.I420, matrix, range));
            Assert.Equal((golden[3 * c], golden[(3 * c) + 1], golden[(3 * c) + 2]), (planes[0], planes[64], planes[80]));
            Assert.All(planes[..64], v => Assert.Equal(planes[0], v));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Greys_have_no_colour_and_black_and_white_come_back(ColourMatrix matrix, ColourRange range, PlaneLayout layout)
    {
        PlaneFormat format = new(layout, matrix, range);
        for (var grey = 0; grey < 256; grey++)
        {
            byte[] rgba = [.. Enumerable.Range(0, 34 * 4).SelectMany(_ => new[] { (byte)grey, (byte)grey, (byte)grey, (byte)255 })];
            var planes = ToPlanes(rgba, 34, 4, format);
            Assert.All(planes[(34 * 4)..], v => Assert.Equal(128, v));
            Assert.True(Pictures.Worst(rgba, ToRgba(planes, 34, 4, format)) <= (range == ColourRange.Full || grey is 0 or 255 ? 0 : 1), $"grey {grey}");
        }
    }

    [Fact]
    public void What_cannot_be_converted_is_refused_before_the_launch()
    {
        using var bytes = Cpu.Allocate1D<byte>(100);
        var (rgba, planes) = (bytes.View.SubView(0, 64), bytes.View.SubView(64, 24));
        Assert.Contains("4x3", Assert.ThrowsAny<ArgumentException>(() => Cpu.ConvertToRgba(planes, rgba, 4, 3, PlaneFormat.Video)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Cpu.ConvertToPlanes(rgba, planes, 4, 4, new((PlaneLayout)2, ColourMatrix.Bt601, ColourRange.Full)));
        Assert.Contains("63", Assert.ThrowsAny<ArgumentException>(() => Cpu.ConvertToPlanes(bytes.View.SubView(0, 63), planes, 4, 4, PlaneFormat.Video)).Message, StringComparison.Ordinal);
        Assert.Contains("overlaps", Assert.ThrowsAny<ArgumentException>(() => Cpu.ConvertToRgba(bytes.View.SubView(63, 24), rgba, 4, 4, PlaneFormat.Video)).Message, StringComparison.Ordinal);
        Cpu.ConvertToRgba(planes, rgba, 4, 4, PlaneFormat.Video);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        using var rgba = Cpu.Allocate1D<byte>(4 * 128 * 64);
        using var planes = Cpu.Allocate1D<byte>(I420.Length(128, 64));
        void Call()
        {
            Cpu.ConvertToPlanes(rgba.View, planes.View, 128, 64, PlaneFormat.Video);
            Cpu.ConvertToRgba(planes.View, rgba.View, 128, 64, PlaneFormat.Video);
            Cpu.Crossfade(rgba.View, rgba.View, rgba.View, 128, 64, 0.3);
            Cpu.CompositeOver(rgba.View, rgba.View, rgba.View, 128, 64);
        }

        Call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            Call();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private const string Same = "primariesin=709:transferin=709:primaries=709:transfer=709:chromalin=left:chromal=left:filter=bilinear:dither=none";

    private static string Name(ColourMatrix matrix) => matrix == ColourMatrix.Bt601 ? "170m" : "709";

    private static string Name(ColourRange range) => range == ColourRange.Full ? "full" : "limited";

    // ffmpeg's own conversion to NV12 brings full range to limited.
    private static byte[] Planar(byte[] planes, PlaneLayout layout)
    {
        var chroma = planes[(planes.Length / 3 * 2)..];
        return layout == PlaneLayout.I420 ? planes : [.. planes[..^chroma.Length], .. chroma.Where((_, i) => i % 2 == 0), .. chroma.Where((_, i) => i % 2 == 1)];
    }

    // One thread: with more, zscale filters the chroma of each slice of the picture as if it ended there.
    private static Task<byte[]> Zscale(byte[] picture, int width, int height, string from, string to, string filter) => Reference.FfmpegAsync(
        picture, "-filter_threads", "1", "-f", "rawvideo", "-pix_fmt", from, "-s", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"), "-i", "-", "-vf", filter, "-f", "rawvideo", "-pix_fmt", to, "-");

    private static void Compare(byte[] expected, byte[] actual, int oneIn)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(Pictures.Worst(expected, actual), 0, 1);
        Assert.InRange(expected.Zip(actual).Count(p => p.First != p.Second), 0, Math.Max(1, expected.Length / oneIn));
    }

    private byte[] ToPlanes(byte[] rgba, int width, int height, PlaneFormat format)
    {
        using var source = Cpu.Allocate1D(rgba);
        using var planes = Cpu.Allocate1D<byte>(I420.Length(width, height));
        Cpu.ConvertToPlanes(source.View, planes.View, width, height, format);
        Cpu.Synchronize();
        return planes.GetAsArray1D();
    }

    private byte[] ToRgba(byte[] planes, int width, int height, PlaneFormat format)
    {
        using var source = Cpu.Allocate1D(planes);
        using var rgba = Cpu.Allocate1D<byte>(4 * width * height);
        Cpu.ConvertToRgba(source.View, rgba.View, width, height, format);
        Cpu.Synchronize();
        return rgba.GetAsArray1D();
    }
}
