using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Draws overlays into bitmaps of even size at even places.</summary>
internal static class OverlayImage
{
    /// <summary>The smallest box of even edges about another, with room for what smoothing spills over its edges.</summary>
    public static SKRectI Even(SKRect box) => new(
        (int)Math.Floor((box.Left - 1) / 2) * 2, (int)Math.Floor((box.Top - 1) / 2) * 2,
        (int)Math.Ceiling((box.Right + 1) / 2) * 2, (int)Math.Ceiling((box.Bottom + 1) / 2) * 2);

    /// <summary>Draws what stands in a box of the frame.</summary>
    /// <param name="box">Even edges.</param>
    /// <param name="draw">Draws in the frame's coordinates.</param>
    /// <returns>Straight R'G'B'A of the box's size.</returns>
    public static byte[] Draw(SKRectI box, Action<SKCanvas> draw)
    {
        var info = new SKImageInfo(box.Width, box.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var bitmap = new SKBitmap(info);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Translate(-box.Left, -box.Top);
            draw(canvas);
        }

        using var pixels = bitmap.PeekPixels();
        return Straight(pixels.GetPixelSpan());
    }

    // Skia draws premultiplied; the frames' overlays are straight.
    private static byte[] Straight(ReadOnlySpan<byte> premultiplied)
    {
        var rgba = premultiplied.ToArray();
        for (var i = 0; i < rgba.Length; i += 4)
        {
            int alpha = rgba[i + 3];
            if (alpha is > 0 and < 255)
            {
                for (var c = 0; c < 3; c++)
                {
                    rgba[i + c] = (byte)Math.Min(255, ((rgba[i + c] * 255) + (alpha / 2)) / alpha);
                }
            }
        }

        return rgba;
    }
}
