using Gpu.Workflow.Pictures;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Draws the grounds of cards, and pictures that stand on them.</summary>
internal static class CardPainter
{
    // How far a picture on a card may be magnified: less than one that fills the frame, as it is looked at more closely.
    private const float Magnified = 1.6f;

    /// <summary>The ground of the style's cards.</summary>
    /// <param name="style">Colours.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="variant">Its parity turns it about: cards that follow one another differ.</param>
    /// <returns>Opaque R'G'B'A.</returns>
    public static byte[] Ground(StoryboardStyle style, int width, int height, int variant) =>
        OverlayImage.Draw(new SKRectI(0, 0, width, height), canvas => Ground(canvas, style, width, height, variant));

    /// <summary>A picture, whole, framed on such a ground.</summary>
    public static byte[] Inset(StoryboardStyle style, int width, int height, int variant, Bitmap picture) =>
        OverlayImage.Draw(new SKRectI(0, 0, width, height), canvas =>
        {
            Ground(canvas, style, width, height, variant);
            // Above the place of the captions, in frames of every shape.
            var (middle, tallest) = width > height * 1.2f ? (0.37f, 0.54f) : width < height * 0.8f ? (0.34f, 0.4f) : (0.35f, 0.5f);
            var scale = Math.Min(Math.Min(width * 0.84f / picture.Width, height * tallest / picture.Height), Magnified * Math.Max(1, Math.Min(width, height) / 1080f));
            var (w, h) = (picture.Width * scale, picture.Height * scale);
            var box = SKRect.Create((width - w) / 2, (height * middle) - (h / 2), w, h);
            var radius = 0.018f * Math.Min(width, height);
            using (var shadow = new SKPaint { Color = SKColors.Black.WithAlpha(110), IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, radius * 1.2f) })
            {
                canvas.DrawRoundRect(SKRect.Create(box.Left, box.Top + (radius * 0.6f), w, h), radius, radius, shadow);
            }

            canvas.Save();
            using var corners = new SKRoundRect(box, radius);
            canvas.ClipRoundRect(corners, SKClipOperation.Intersect, antialias: true);
            DrawBitmap(canvas, picture, box);
            canvas.Restore();
        });

    /// <summary>Draws a bitmap into a box, smoothly at any scale.</summary>
    public static void DrawBitmap(SKCanvas canvas, Bitmap bitmap, SKRect box)
    {
        using var image = SKImage.FromPixelCopy(
            new SKImageInfo(bitmap.Width, bitmap.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb()), bitmap.Rgba.Span);
        var sampling = box.Width < bitmap.Width ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.CatmullRom);
        using var paint = new SKPaint { IsAntialias = true };
        canvas.DrawImage(image, new SKRect(0, 0, bitmap.Width, bitmap.Height), box, sampling, paint);
    }

    private static void Ground(SKCanvas canvas, StoryboardStyle style, int width, int height, int variant) =>
        CardDesigns.Draw(canvas, StoryStyle.Of(style).Card, new StoryboardColours(style), width, height, (variant & 1) == 1);
}
