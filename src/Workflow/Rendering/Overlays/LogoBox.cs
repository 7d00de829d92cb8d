using Gpu.Workflow.Pictures;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>A logo at its size, on a plate where it could not be seen otherwise.</summary>
internal sealed class LogoBox
{
    // A drawing needs less contrast than text (WCAG 1.4.11 asks 3 of graphics).
    private const double Visible = 3;

    private const float Magnified = 2;

    private static readonly SKColor Dark = new(0x14, 0x18, 0x1f);

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
        var plate = Plate(bitmap, ground);
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

    // Whichever ground loses the least of the logo; none where the one that is there loses little, or the logo brings its own.
    private static SKColor? Plate(Bitmap bitmap, SKColor? ground)
    {
        const double LittleLost = 0.12;
        if (IsOpaque(bitmap) || (ground is { } colour && Lost(bitmap, colour) <= LittleLost))
        {
            return null;
        }

        return Lost(bitmap, SKColors.White) <= Lost(bitmap, Dark) ? SKColors.White : Dark;
    }

    // The part of what is drawn that could hardly be told from a ground.
    private static double Lost(Bitmap bitmap, SKColor ground)
    {
        var (lost, drawn) = (0.0, 0.0);
        var rgba = bitmap.Rgba.Span;
        for (var i = 0; i < rgba.Length; i += Step(rgba.Length))
        {
            var alpha = rgba[i + 3] / 255.0;
            drawn += alpha;
            lost += Colours.Contrast(new SKColor(rgba[i], rgba[i + 1], rgba[i + 2]), ground) < Visible ? alpha : 0;
        }

        return drawn == 0 ? 0 : lost / drawn;
    }

    private static bool IsOpaque(Bitmap bitmap)
    {
        var (solid, count) = (0, 0);
        var rgba = bitmap.Rgba.Span;
        for (var i = 0; i < rgba.Length; i += Step(rgba.Length))
        {
            solid += rgba[i + 3] == 255 ? 1 : 0;
            count++;
        }

        return solid > 0.97 * count;
    }

    // Some ten thousand pixels say enough; an odd distance does not fall into step with the columns.
    private static int Step(int bytes) => 4 * (1 + (2 * (bytes / 4 / 20_000)));
}
