using SkiaSharp;

namespace Gpu.Workflow.Pictures;

/// <summary>Makes small copies of pictures for lists.</summary>
public static class Thumbnail
{
    private const int Quality = 82;

    /// <summary>A copy whose longer side is at most so many pixels, as a file: JPEG, or PNG where the picture has transparent parts.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="side">Pixels, at least 1.</param>
    /// <returns>The file and its media type.</returns>
    public static (byte[] File, string MediaType) Encode(Bitmap picture, int side)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        var scale = Math.Min(1, (double)side / Math.Max(picture.Width, picture.Height));
        var info = new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var image = SKImage.FromPixelCopy(info, picture.Rgba.Span);
        using var target = new SKBitmap(info.WithSize(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale))));
        using (var pixels = target.PeekPixels())
        {
            image.ScalePixels(pixels, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        var transparent = HasTransparency(picture.Rgba.Span);
        using var data = target.Encode(transparent ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, Quality);
        return (data.ToArray(), transparent ? "image/png" : "image/jpeg");
    }

    private static bool HasTransparency(ReadOnlySpan<byte> rgba)
    {
        for (var i = 3; i < rgba.Length; i += 4)
        {
            if (rgba[i] < byte.MaxValue)
            {
                return true;
            }
        }

        return false;
    }
}
