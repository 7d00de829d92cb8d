using SkiaSharp;

namespace Gpu.Workflow.Avatars.Drawing;

/// <summary>A shape of a drawing.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="Fill">What fills it; null for nothing.</param>
/// <param name="Stroke">The colour of its outline, which has round ends and corners; null for none.</param>
/// <param name="StrokeWidth">The outline's width.</param>
internal sealed record ArtShape(string Path, SKColor? Fill, SKColor? Stroke, float StrokeWidth)
{
    /// <summary>Draws it.</summary>
    public void Draw(SKCanvas canvas)
    {
        using var path = SKPath.ParseSvgPathData(Path);
        using var paint = new SKPaint { IsAntialias = true, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        if (Fill is { } fill)
        {
            paint.Color = fill;
            canvas.DrawPath(path, paint);
        }

        if (Stroke is { } stroke)
        {
            (paint.Color, paint.Style, paint.StrokeWidth) = (stroke, SKPaintStyle.Stroke, StrokeWidth);
            canvas.DrawPath(path, paint);
        }
    }
}
