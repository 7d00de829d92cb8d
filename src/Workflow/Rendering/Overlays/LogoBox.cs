using Gpu.Workflow.Pictures;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>A logo at its size, on a plate where it could not be seen otherwise.</summary>
internal sealed class LogoBox
{
    // A drawing needs less contrast than text (WCAG 1.4.11 asks 3 of graphics).
    private const double Visible = 3;
    private const float Magnified = 2;

    private readonly Bitmap _bitmap;
    private readonly SKColor? _plate;
    private readonly float _pad;

    private LogoBox(Bitmap bitmap, float width, float height, float pad, SKColor? plate)
    {
        (_bitmap, _plate, _pad) = (bitmap, plate, pad);
        (Width, Height) = (width + (2 * pad), height + (2 * pad));
    }

    /// <summary>Pixels, the plate included.</summary>
    public float Width { get; }

    /// <summary>Pixels, the plate included.</summary>
    public float Height { get; }

    /// <summary>Fits a logo into a box.</summary>
    /// <param name="bitmap">The logo.</param>
    /// <param name="width">The most pixels.</param>
    /// <param name="height">The most pixels.</param>
    /// <param name="ground">What is behind it; null where that is a picture, which may have any colour.</param>
    public static LogoBox Fit(Bitmap bitmap, float width, float height, SKColor? ground)
    {
        var (luminance, opaque) = Measure(bitmap);
        var plate = opaque ? null : Plate(luminance, ground);
        var pad = plate is null ? 0 : 0.14f * height;
        var scale = Math.Min(Math.Min((width - (2 * pad)) / bitmap.Width, (height - (2 * pad)) / bitmap.Height), Magnified);
        return new LogoBox(bitmap, bitmap.Width * scale, bitmap.Height * scale, pad, plate);
    }

    /// <summary>Draws it with its top left corner at a place of the frame.</summary>
    public void Draw(SKCanvas canvas, float x, float y)
    {
        var box = SKRect.Create(x, y, Width, Height);
        var radius = 0.12f * Height;
        canvas.Save();
        using var corners = new SKRoundRect(box, radius);
        if (_plate is { } plate)
        {
            using var paint = new SKPaint { Color = plate, IsAntialias = true };
            canvas.DrawRoundRect(corners, paint);
        }

        box.Inflate(-_pad, -_pad);
        CardPainter.DrawBitmap(canvas, _bitmap, box);
        canvas.Restore();
    }

    private static SKColor? Plate(double luminance, SKColor? ground)
    {
        if (ground is { } colour)
        {
            var behind = Colours.Luminance(colour);
            if ((Math.Max(luminance, behind) + 0.05) / (Math.Min(luminance, behind) + 0.05) >= Visible)
            {
                return null;
            }
        }

        return luminance > 0.45 ? new SKColor(0x14, 0x18, 0x1f) : SKColors.White;
    }

    // The mean luminance of what is drawn, and whether the logo brings a ground of its own.
    private static (double Luminance, bool Opaque) Measure(Bitmap bitmap)
    {
        var rgba = bitmap.Rgba.Span;
        var (sum, weight) = (0.0, 0.0);
        var step = 4 * Math.Max(1, rgba.Length / 4 / 40_000);
        var (count, solid) = (0, 0);
        for (var i = 0; i < rgba.Length; i += step)
        {
            var alpha = rgba[i + 3] / 255.0;
            sum += alpha * Colours.Luminance(new SKColor(rgba[i], rgba[i + 1], rgba[i + 2]));
            weight += alpha;
            count++;
            solid += rgba[i + 3] == 255 ? 1 : 0;
        }

        return (weight == 0 ? 1 : sum / weight, solid > 0.97 * count);
    }
}
