using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>What is drawn behind words.</summary>
internal static class CaptionShapes
{
    /// <summary>A panel that lets a little of the picture through.</summary>
    public static void Panel(SKCanvas canvas, SKRect box, float radius, SKColor colour)
    {
        using var paint = Fill(colour);
        canvas.DrawRoundRect(box, radius, radius, paint);
    }

    /// <summary>A band across the frame with a line along its top.</summary>
    public static void Bar(SKCanvas canvas, SKRect box, float em, SKColor colour, SKColor line)
    {
        using var paint = Fill(colour);
        canvas.DrawRect(box, paint);
        using var stroke = Fill(line);
        canvas.DrawRect(new SKRect(box.Left, box.Top, box.Right, box.Top + (0.1f * em)), stroke);
    }

    /// <summary>A plain panel with a fine line above the words.</summary>
    public static void Underline(SKCanvas canvas, SKRect box, float em, SKColor colour, SKColor line)
    {
        using var paint = Fill(colour);
        canvas.DrawRect(box, paint);
        using var stroke = Fill(line);
        var half = Math.Min(1.6f * em, 0.4f * box.Width);
        canvas.DrawRect(new SKRect(box.MidX - half, box.Top + (0.24f * em), box.MidX + half, box.Top + (0.28f * em)), stroke);
    }

    /// <summary>An opaque card with a stripe where lines begin.</summary>
    public static void Card(SKCanvas canvas, SKRect box, float em, bool rightToLeft, SKColor colour, SKColor stripe)
    {
        canvas.Save();
        using var corners = new SKRoundRect(box, 0.34f * em);
        canvas.ClipRoundRect(corners, SKClipOperation.Intersect, antialias: true);
        using var paint = Fill(colour);
        canvas.DrawRect(box, paint);
        using var edge = Fill(stripe);
        var width = 0.22f * em;
        canvas.DrawRect(rightToLeft ? new SKRect(box.Right - width, box.Top, box.Right, box.Bottom) : new SKRect(box.Left, box.Top, box.Left + width, box.Bottom), edge);
        canvas.Restore();
    }

    /// <summary>A shade that is whole from a height on and fades out above it.</summary>
    public static void Shade(SKCanvas canvas, SKRect box, float whole, SKColor colour)
    {
        using var paint = new SKPaint { IsDither = true };
        var part = (whole - box.Top) / box.Height;
        var half = colour.WithAlpha((byte)(colour.Alpha * 0.42));
        paint.Shader = SKShader.CreateLinearGradient(new SKPoint(0, box.Top), new SKPoint(0, box.Bottom), [colour.WithAlpha(0), half, colour, colour], [0, part * 0.55f, part, 1], SKShaderTileMode.Clamp);
        canvas.DrawRect(box, paint);
    }

    /// <summary>A strip behind words.</summary>
    public static void Strip(SKCanvas canvas, SKRect box, float em, SKColor colour)
    {
        using var paint = Fill(colour);
        canvas.DrawRoundRect(box, 0.14f * em, 0.14f * em, paint);
    }

    /// <summary>A square panel with corners like a viewfinder's.</summary>
    public static void Viewfinder(SKCanvas canvas, SKRect box, float em, SKColor colour, SKColor corners)
    {
        using var paint = Fill(colour);
        canvas.DrawRect(box, paint);
        using var stroke = new SKPaint { Color = corners, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.08f * em };
        var inner = SKRect.Inflate(box, -0.1f * em, -0.1f * em);
        var arm = Math.Min(0.5f * em, inner.Height / 3);
        foreach (var (x, y, right, down) in (ReadOnlySpan<(float, float, float, float)>)[(inner.Left, inner.Top, 1, 1), (inner.Right, inner.Top, -1, 1), (inner.Left, inner.Bottom, 1, -1), (inner.Right, inner.Bottom, -1, -1)])
        {
            using var builder = new SKPathBuilder();
            builder.MoveTo(x + (right * arm), y);
            builder.LineTo(x, y);
            builder.LineTo(x, y + (down * arm));
            using var path = builder.Detach();
            canvas.DrawPath(path, stroke);
        }
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
    public static void Button(SKCanvas canvas, SKRect box, float em, float corner, bool rightToLeft, SKColor colour, SKColor arrow)
    {
        using var paint = Fill(colour);
        var radius = Math.Min(box.Height / 2, corner);
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

    internal static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };
}
