using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>What is drawn behind words.</summary>
internal static class CaptionShapes
{
    /// <summary>A rounded panel that lets a little of the picture through.</summary>
    public static void Panel(SKCanvas canvas, SKRect box, float em, SKColor colour)
    {
        using var paint = Fill(colour);
        canvas.DrawRoundRect(box, 0.22f * em, 0.22f * em, paint);
    }

    /// <summary>An upright rule at the side where lines begin.</summary>
    public static void Rule(SKCanvas canvas, SKRect panel, float em, bool rightToLeft, SKColor colour)
    {
        using var paint = Fill(colour);
        var (inset, width) = (0.26f * em, 0.1f * em);
        var left = rightToLeft ? panel.Right - inset - width : panel.Left + inset;
        canvas.DrawRoundRect(new SKRect(left, panel.Top + (0.34f * em), left + width, panel.Bottom - (0.34f * em)), width / 2, width / 2, paint);
    }

    /// <summary>A price tag: a label with a pointed end and an eye.</summary>
    public static void Tag(SKCanvas canvas, SKRect box, float em, bool rightToLeft, SKColor colour, SKColor eye)
    {
        canvas.Save();
        if (rightToLeft)
        {
            canvas.Scale(-1, 1, box.MidX, box.MidY);
        }

        var point = 0.55f * em;
        using var builder = new SKPathBuilder();
        builder.MoveTo(box.Left, box.MidY);
        builder.LineTo(box.Left + point, box.Top);
        builder.LineTo(box.Right, box.Top);
        builder.LineTo(box.Right, box.Bottom);
        builder.LineTo(box.Left + point, box.Bottom);
        builder.Close();
        using var path = builder.Detach();
        using var paint = Fill(colour);
        using var corners = SKPathEffect.CreateCorner(0.2f * em);
        paint.PathEffect = corners;
        canvas.DrawPath(path, paint);
        using var hole = Fill(eye);
        canvas.DrawCircle(box.Left + (0.62f * em), box.MidY, 0.11f * em, hole);
        canvas.Restore();
    }

    /// <summary>A button with an arrow that points where the words run.</summary>
    public static void Button(SKCanvas canvas, SKRect box, float em, bool rightToLeft, SKColor colour, SKColor arrow)
    {
        using var paint = Fill(colour);
        var radius = Math.Min(box.Height / 2, 1.1f * em);
        canvas.DrawRoundRect(box, radius, radius, paint);
        canvas.Save();
        if (rightToLeft)
        {
            canvas.Scale(-1, 1, box.MidX, box.MidY);
        }

        using var stroke = new SKPaint { Color = arrow, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.13f * em, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        var (end, y) = (box.Right - (0.9f * em), box.MidY);
        using var builder = new SKPathBuilder();
        builder.MoveTo(end - (0.6f * em), y);
        builder.LineTo(end, y);
        builder.MoveTo(end - (0.27f * em), y - (0.27f * em));
        builder.LineTo(end, y);
        builder.LineTo(end - (0.27f * em), y + (0.27f * em));
        using var path = builder.Detach();
        canvas.DrawPath(path, stroke);
        canvas.Restore();
    }

    private static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };
}
