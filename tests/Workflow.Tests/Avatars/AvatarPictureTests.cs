using Gpu.Runtime;
using Gpu.Workflow.Avatars;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Avatars;

public sealed class AvatarPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>A picture of a disc on white.</summary>
    public static byte[] Disc(SKEncodedImageFormat format, SKColor colour, int width = 300, int height = 400)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var paint = new SKPaint { Color = colour };
        canvas.DrawCircle(width / 2f, height / 3f, width / 4f, paint);
        return bitmap.Encode(format, 90).ToArray();
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Png_jpeg_and_webp_are_read(SKEncodedImageFormat format)
    {
        var bitmap = await AvatarPicture.LoadAsync(Write("me", Disc(format, SKColors.Teal)), Token);
        Assert.Equal((300, 400), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public async Task Other_files_are_refused_by_what_they_are()
    {
        (string Path, string Reason)[] cases =
        [
            (Write("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()), "an SVG drawing"),
            (Write("a.png", "not at all"u8.ToArray()), "not a picture"),
            (Write("empty.png", []), "0 bytes"),
            (Write("cut.png", Disc(SKEncodedImageFormat.Png, SKColors.Red)[..20]), "Give a JPEG, PNG, WebP"),
            (Path.Combine(_folder.Path, "missing.png"), "cannot be read"),
            ("/dev/zero", "0 bytes"),
            (_folder.Path, ""),
        ];
        foreach (var (path, reason) in cases)
        {
            var error = await Assert.ThrowsAsync<ConfigurationError>(() => AvatarPicture.LoadAsync(path, Token));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_unread()
    {
        var path = Write("large.png", []);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(1L << 32);
        }

        var error = await Assert.ThrowsAsync<ConfigurationError>(() => AvatarPicture.LoadAsync(path, Token));
        Assert.Contains("4294967296 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_picture_of_the_same_name_has_another_identity()
    {
        var path = Write("me.png", Disc(SKEncodedImageFormat.Png, SKColors.Teal));
        var first = await AvatarPicture.IdentityAsync(path, Token);
        Assert.Equal(first, await AvatarPicture.IdentityAsync(path, Token));
        Write("me.png", Disc(SKEncodedImageFormat.Png, SKColors.Red));
        Assert.NotEqual(first, await AvatarPicture.IdentityAsync(path, Token));
        Assert.Null(await AvatarPicture.IdentityAsync(path + "x", Token));
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
