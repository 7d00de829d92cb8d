using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Pictures;

public sealed class PictureDecoderTests
{
    private static readonly PictureOptions Options = new();

    [Fact]
    public void Png_gives_every_pixel_exactly_with_its_straight_alpha() =>
        Gen.Select(Gen.Int[1, 24], Gen.Int[1, 24]).SelectMany(size => Gen.Byte.Array[size.Item1 * size.Item2 * 4].Select(rgba => (Width: size.Item1, Height: size.Item2, Rgba: rgba))).Sample(
            picture =>
            {
                var decoded = PictureDecoder.Decode(RawPictures.Png(picture.Width, picture.Height, picture.Rgba, picture.Width), "it", Options);
                Assert.Equal((picture.Width, picture.Height), (decoded.Width, decoded.Height));
                Assert.True(decoded.Rgba.Span.SequenceEqual(picture.Rgba));
            },
            iter: 200);

    [Theory]
    [InlineData("red.gif", "R0lGODlhAwACAPAAAP8AAAAAACwAAAAAAwACAAACAoRfADs=", 3, 2)]
    public void Gif_gives_its_exact_colours(string name, string base64, int width, int height)
    {
        var decoded = PictureDecoder.Decode(Convert.FromBase64String(base64), name, Options);
        Assert.Equal((width, height), (decoded.Width, decoded.Height));
        for (var at = 0; at < decoded.Rgba.Length; at += 4)
        {
            Assert.Equal([255, 0, 0, 255], decoded.Rgba.Slice(at, 4).ToArray());
        }
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, 100, 0)]
    [InlineData(SKEncodedImageFormat.Webp, 100, 0)]
    [InlineData(SKEncodedImageFormat.Webp, 90, 16)]
    [InlineData(SKEncodedImageFormat.Jpeg, 95, 16)]
    public void Each_kind_gives_its_size_and_colours(SKEncodedImageFormat format, int quality, int tolerance)
    {
        var decoded = PictureDecoder.Decode(TestPictures.Quarters(96, 64, format, quality), "it", Options);
        Assert.Equal((96, 64), (decoded.Width, decoded.Height));
        Near([255, 0, 0, 255], decoded, 20, 12, tolerance);
        Near([0, 255, 0, 255], decoded, 70, 12, tolerance);
        Near([0, 0, 255, 255], decoded, 20, 50, tolerance);
        Near([255, 255, 255, 255], decoded, 70, 50, tolerance);
    }

    // Where the stored red, green, blue and white quarters (r g / b w) are seen, in reading order, by the EXIF standard's table.
    [Theory]
    [InlineData(1, "rgbw")]
    [InlineData(2, "grwb")]
    [InlineData(3, "wbgr")]
    [InlineData(4, "bwrg")]
    [InlineData(5, "rbgw")]
    [InlineData(6, "brwg")]
    [InlineData(7, "wgbr")]
    [InlineData(8, "gwrb")]
    [InlineData(0, "rgbw")]
    [InlineData(9, "rgbw")]
    public void Jpeg_is_turned_as_its_orientation_asks(int orientation, string seen)
    {
        var file = RawPictures.WithOrientation(TestPictures.Quarters(96, 64, SKEncodedImageFormat.Jpeg, 95), orientation);
        var decoded = PictureDecoder.Decode(file, "it", Options);
        Assert.Equal(orientation is >= 5 and <= 8 ? (64, 96) : (96, 64), (decoded.Width, decoded.Height));
        for (var i = 0; i < 4; i++)
        {
            byte[] colour = seen[i] switch { 'r' => [255, 0, 0, 255], 'g' => [0, 255, 0, 255], 'b' => [0, 0, 255, 255], _ => [255, 255, 255, 255] };
            Near(colour, decoded, decoded.Width * ((i % 2 * 2) + 1) / 4, decoded.Height * ((i / 2 * 2) + 1) / 4, 16);
        }
    }

    [Fact]
    public void Header_tells_the_upright_size()
    {
        using var folder = new TemporaryFolder();
        var jpeg = TestPictures.Quarters(96, 64, SKEncodedImageFormat.Jpeg);
        Assert.Equal(new PictureSize(64, 96), PictureHeader.TryRead(folder.Write("turned.jpg", RawPictures.WithOrientation(jpeg, 6))));
        Assert.Equal(new PictureSize(96, 64), PictureHeader.TryRead(folder.Write("plain.jpg", jpeg)));
        Assert.Null(PictureHeader.TryRead(folder.Write("text.jpg", "no picture")));
        Assert.Null(PictureHeader.TryRead(Path.Combine(folder.Path, "none.jpg")));
    }

    [Fact]
    public void Large_jpeg_is_decoded_smaller_but_never_below_what_is_enough()
    {
        var file = TestPictures.Quarters(2_048, 1_024, SKEncodedImageFormat.Jpeg, 90);
        Assert.Equal(2_048, PictureDecoder.Decode(file, "it", Options).Width);
        var small = PictureDecoder.Decode(file, "it", Options with { EnoughSide = 500 });
        Assert.Equal((512, 256), (small.Width, small.Height));
        Near([0, 255, 0, 255], small, 400, 40, 16);
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(1, 1_000_000_000)]
    [InlineData(8_001, 8_000)]
    public void Header_that_claims_too_many_pixels_is_refused_before_any_is_decoded(int width, int height)
    {
        var file = RawPictures.Png(width, height, new byte[4], 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Fails(file);
        Assert.True(error.Kind is PageErrorKind.TooLarge or PageErrorKind.WrongType, error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Picture_of_too_many_pixels_says_its_size_and_the_limit()
    {
        var error = Fails(RawPictures.Png(60_000, 60_000, new byte[4], 1));
        Assert.Equal(PageErrorKind.TooLarge, error.Kind);
        Assert.Contains("60000 x 60000", error.Message, StringComparison.Ordinal);
        Assert.Contains("64000000", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("<?xml version='1.0'?><!-- drawn --><svg/>", "SVG")]
    [InlineData("<!doctype html><p>Not found</p>", "markup")]
    [InlineData("\0\0\0\u001Cftypavif\0\0\0\0", "AVIF")]
    [InlineData("\u0089PNG\r\n", "damaged")]
    [InlineData("hello", "not a picture")]
    [InlineData("", "not a picture")]
    public void What_is_not_decoded_is_named(string content, string expected)
    {
        var error = Fails(System.Text.Encoding.Latin1.GetBytes(content));
        Assert.Equal(PageErrorKind.WrongType, error.Kind);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void File_cut_anywhere_is_an_error_or_the_same_picture_each_time(SKEncodedImageFormat format)
    {
        var whole = TestPictures.Quarters(96, 64, format, 90);
        Gen.Int[0, whole.Length].Sample(length => Twice(whole[..length]), iter: 100);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void File_with_broken_bytes_is_an_error_or_the_same_picture_each_time(SKEncodedImageFormat format)
    {
        var whole = TestPictures.Quarters(96, 64, format, 90);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                var broken = (byte[])whole.Clone();
                foreach (var (at, value) in changes)
                {
                    broken[at] = value;
                }

                Twice(broken);
            },
            iter: 200);
    }

    [Fact]
    public void Any_bytes_are_an_error_or_a_picture() => Gen.Byte.Array[0, 200].Sample(Twice);

    // Pixels that the decoder leaves out must not show what memory held before.
    private static void Twice(byte[] file)
    {
        try
        {
            var first = PictureDecoder.Decode(file, "it", Options);
            Assert.Equal(first.Width * first.Height * 4, first.Rgba.Length);
            var second = PictureDecoder.Decode(file, "it", Options);
            Assert.True(first.Rgba.Span.SequenceEqual(second.Rgba.Span));
        }
        catch (PageError)
        {
            // A refusal by name is an answer too.
        }
    }

    private static PageError Fails(byte[] file)
    {
        var error = Assert.Throws<PageError>(() => PictureDecoder.Decode(file, "https://example.com/a.png", Options));
        Assert.Contains("https://example.com/a.png", error.Message, StringComparison.Ordinal);
        return error;
    }

    private static void Near(byte[] expected, Bitmap picture, int x, int y, int tolerance)
    {
        var there = picture.Rgba.Span.Slice(((y * picture.Width) + x) * 4, 4);
        for (var i = 0; i < 4; i++)
        {
            Assert.InRange(there[i] - expected[i], -tolerance, tolerance);
        }
    }
}
