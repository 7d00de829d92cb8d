using Gpu.Workflow.Pictures;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Draws the grounds of cards, and pictures that stand on them.</summary>
internal static class CardPainter
{
    // How far a picture on a card may be magnified: less than one that fills the frame, as it is looked at more closely.
    private const float Magnified = 1.6f;

    /// <summary>A two-toned ground with an accent.</summary>
    /// <param name="style">Colours.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="variant">Which corner the light comes from: cards that follow one another differ.</param>
    /// <returns>Opaque R'G'B'A.</returns>
    public static byte[] Ground(StoryboardStyle style, int width, int height, int variant) =>
        OverlayImage.Draw(new SKRectI(0, 0, width, height), canvas => Ground(canvas, new StoryboardColours(style), width, height, variant));

    /// <summary>A picture, whole, framed on such a ground.</summary>
    public static byte[] Inset(StoryboardStyle style, int width, int height, int variant, Bitmap picture) =>
        OverlayImage.Draw(new SKRectI(0, 0, width, height), canvas =>
        {
            Ground(canvas, new StoryboardColours(style), width, height, variant);
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

    private static void Ground(SKCanvas canvas, StoryboardColours colours, int width, int height, int variant)
    {
        var mirrored = (variant & 1) == 1;
        var (from, to) = mirrored ? (new SKPoint(width, 0), new SKPoint(0, height)) : (new SKPoint(0, 0), new SKPoint(width, height));
        using (var ground = new SKPaint { IsDither = true })
        {
            ground.Shader = SKShader.CreateLinearGradient(from, to, [colours.Ground, colours.Ground, colours.Second], [0, 0.35f, 1], SKShaderTileMode.Clamp);
            canvas.DrawRect(0, 0, width, height, ground);
        }

        var side = Math.Min(width, height);
        using var accent = new SKPaint { Color = colours.Accent, IsAntialias = true };

        // An accent rule along the foot, and a ring half out of the frame at the lighter corner.
        canvas.DrawRect(0, height - (0.011f * side), width, 0.011f * side, accent);
        using var ring = new SKPaint { Color = colours.Accent.WithAlpha(70), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.012f * side };
        var centre = mirrored ? new SKPoint(0, height) : new SKPoint(width, height);
        canvas.DrawCircle(centre, 0.26f * side, ring);
        canvas.DrawCircle(centre, 0.36f * side, ring);
    }
}
