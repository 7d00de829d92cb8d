using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>The ornaments of cards, one a style. None comes under the words in a colour on which they could not be read.</summary>
internal static class CardDesigns
{
    /// <summary>Draws a ground that fills the canvas.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="design">Which.</param>
    /// <param name="colours">The style's colours.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="mirrored">Turned about: cards that follow one another differ.</param>
    public static void Draw(SKCanvas canvas, CardDesign design, StoryboardColours colours, int width, int height, bool mirrored)
    {
        var side = Math.Min(width, height);
        switch (design)
        {
            case CardDesign.Block:
                Plain(canvas, colours.Ground, width, height);
                Block(canvas, colours, width, height, side, mirrored);
                break;
            case CardDesign.Horizon:
                Gradient(canvas, new SKPoint(0, 0), new SKPoint(0, height), mirrored ? [colours.Second, colours.Ground] : [colours.Ground, colours.Second], null, width, height);
                Sun(canvas, colours, width, height, side, mirrored);
                break;
            case CardDesign.Paper:
                Plain(canvas, colours.Ground, width, height);
                Paper(canvas, colours, width, height, side);
                break;
            case CardDesign.Frame:
                Gradient(canvas, new SKPoint(width / 2f, height / 2f), default, [colours.Second, colours.Ground], 0.62f * Math.Max(width, height), width, height);
                DoubleFrame(canvas, colours, width, height, side);
                break;
            case CardDesign.Leaves:
                Plain(canvas, colours.Ground, width, height);
                Leaves(canvas, colours, width, height, side, mirrored);
                break;
            case CardDesign.Confetti:
                Plain(canvas, colours.Ground, width, height);
                Confetti(canvas, colours, width, height, side, mirrored);
                break;
            case CardDesign.Grid:
                Plain(canvas, colours.Ground, width, height);
                Grid(canvas, colours, width, height, side);
                break;
            default:
                Gradient(canvas, mirrored ? new SKPoint(width, 0) : default, mirrored ? new SKPoint(0, height) : new SKPoint(width, height), [colours.Ground, colours.Ground, colours.Second], null, width, height);
                Rings(canvas, colours, width, height, side, mirrored);
                break;
        }
    }

    private static void Plain(SKCanvas canvas, SKColor colour, int width, int height)
    {
        using var paint = CaptionShapes.Fill(colour);
        canvas.DrawRect(0, 0, width, height, paint);
    }

    private static void Gradient(SKCanvas canvas, SKPoint from, SKPoint to, SKColor[] colours, float? radius, int width, int height)
    {
        using var paint = new SKPaint { IsDither = true };
        float[] at = colours.Length == 2 ? [0, 1] : [0, 0.35f, 1];
        paint.Shader = radius is { } r ? SKShader.CreateRadialGradient(from, r, colours, at, SKShaderTileMode.Clamp) : SKShader.CreateLinearGradient(from, to, colours, at, SKShaderTileMode.Clamp);
        canvas.DrawRect(0, 0, width, height, paint);
    }

    // A rule along the foot, and rings half out of the frame at the lighter corner.
    private static void Rings(SKCanvas canvas, StoryboardColours colours, int width, int height, float side, bool mirrored)
    {
        using var accent = CaptionShapes.Fill(colours.Accent);
        canvas.DrawRect(0, height - (0.011f * side), width, 0.011f * side, accent);
        using var ring = Stroke(colours.Accent.WithAlpha(70), 0.012f * side);
        var centre = mirrored ? new SKPoint(0, height) : new SKPoint(width, height);
        canvas.DrawCircle(centre, 0.26f * side, ring);
        canvas.DrawCircle(centre, 0.36f * side, ring);
    }

    // A wedge of the accent in a corner, and stripes in the one opposite.
    private static void Block(SKCanvas canvas, StoryboardColours colours, int width, int height, float side, bool mirrored)
    {
        canvas.Save();
        if (mirrored)
        {
            canvas.Scale(-1, 1, width / 2f, height / 2f);
        }

        using var accent = CaptionShapes.Fill(colours.Accent);
        Polygon(canvas, accent, new SKPoint(0, 0), new SKPoint(0.3f * side, 0), new SKPoint(0, 0.3f * side));
        for (var i = 0; i < 3; i++)
        {
            var far = (0.1f + (0.075f * i)) * side;
            using var stripe = CaptionShapes.Fill(colours.Accent.WithAlpha((byte)(255 - (70 * i))));
            Polygon(canvas, stripe, new SKPoint(width - far, height), new SKPoint(width - far - (0.035f * side), height), new SKPoint(width, height - far - (0.035f * side)), new SKPoint(width, height - far));
        }

        canvas.Restore();
    }

    // A low sun: a soft disc half behind the lower edge.
    private static void Sun(SKCanvas canvas, StoryboardColours colours, int width, int height, float side, bool mirrored)
    {
        var centre = new SKPoint(width * (mirrored ? 0.24f : 0.76f), height * 1.02f);
        using var glow = new SKPaint { IsDither = true };
        glow.Shader = SKShader.CreateRadialGradient(centre, 0.5f * side, [colours.Second.WithAlpha(230), colours.Second.WithAlpha(0)], [0.2f, 1], SKShaderTileMode.Clamp);
        canvas.DrawRect(0, 0, width, height, glow);
        using var disc = CaptionShapes.Fill(colours.Accent.WithAlpha(120));
        canvas.DrawCircle(centre, 0.12f * side, disc);
    }

    // The rules of a front page.
    private static void Paper(SKCanvas canvas, StoryboardColours colours, int width, int height, float side)
    {
        var margin = 0.045f * side;
        using var thick = CaptionShapes.Fill(colours.Words);
        using var accent = CaptionShapes.Fill(colours.Accent);
        canvas.DrawRect(margin, margin, width - (2 * margin), 0.009f * side, thick);
        canvas.DrawRect(margin, margin + (0.016f * side), width - (2 * margin), 0.0025f * side, thick);
        canvas.DrawRect(margin, height - margin - (0.0025f * side), width - (2 * margin), 0.0025f * side, thick);
        canvas.DrawRect(margin, height - margin - (0.018f * side), 0.16f * side, 0.009f * side, accent);
    }

    private static void DoubleFrame(SKCanvas canvas, StoryboardColours colours, int width, int height, float side)
    {
        using var outer = Stroke(colours.Accent, 0.0035f * side);
        using var inner = Stroke(colours.Accent.WithAlpha(120), 0.0018f * side);
        var (far, near) = (0.034f * side, 0.046f * side);
        canvas.DrawRect(far, far, width - (2 * far), height - (2 * far), outer);
        canvas.DrawRect(near, near, width - (2 * near), height - (2 * near), inner);
    }

    // Two leaves that grow into the frame from opposite corners.
    private static void Leaves(SKCanvas canvas, StoryboardColours colours, int width, int height, float side, bool mirrored)
    {
        using var strong = CaptionShapes.Fill(colours.Accent.WithAlpha(200));
        using var light = CaptionShapes.Fill(colours.Accent.WithAlpha(70));
        canvas.Save();
        if (mirrored)
        {
            canvas.Scale(-1, 1, width / 2f, height / 2f);
        }

        Leaf(canvas, light, new SKPoint(width, height), -2.62f, 0.42f * side);
        Leaf(canvas, strong, new SKPoint(width, height), -2.05f, 0.3f * side);
        Leaf(canvas, light, default, 0.5f, 0.34f * side);
        Leaf(canvas, strong, default, 1.08f, 0.22f * side);
        canvas.Restore();
    }

    private static void Leaf(SKCanvas canvas, SKPaint paint, SKPoint root, float angle, float length)
    {
        canvas.Save();
        canvas.Translate(root.X, root.Y);
        canvas.RotateRadians(angle);
        using var builder = new SKPathBuilder();
        builder.MoveTo(0, 0);
        builder.QuadTo(length * 0.5f, -length * 0.36f, length, 0);
        builder.QuadTo(length * 0.5f, length * 0.36f, 0, 0);
        builder.Close();
        using var path = builder.Detach();
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    // Along the edges, where no words are; the same each time.
    private static void Confetti(SKCanvas canvas, StoryboardColours colours, int width, int height, float side, bool mirrored)
    {
        const int Pieces = 46;
        var seed = mirrored ? 77u : 12u;
        for (var i = 0; i < Pieces; i++)
        {
            var (along, off, turn, size) = (Next(ref seed), Next(ref seed), Next(ref seed), 0.012f + (0.016f * Next(ref seed)));
            var edge = off * off * 0.085f * side;
            var (x, y) = (i & 3) switch { 0 => (along * width, edge), 1 => (along * width, height - edge), 2 => (edge, along * height), _ => (width - edge, along * height) };
            using var paint = CaptionShapes.Fill((i % 3) switch { 0 => colours.Accent, 1 => colours.Words.WithAlpha(220), _ => colours.Accent.WithAlpha(130) });
            canvas.Save();
            canvas.Translate(x, y);
            canvas.RotateRadians(turn * 3.14f);
            var s = size * side;
            if (i % 5 == 0)
            {
                canvas.DrawCircle(0, 0, s * 0.6f, paint);
            }
            else
            {
                canvas.DrawRoundRect(-s, -s * 0.35f, 2 * s, 0.7f * s, 0.2f * s, 0.2f * s, paint);
            }

            canvas.Restore();
        }
    }

    private static void Grid(SKCanvas canvas, StoryboardColours colours, int width, int height, float side)
    {
        var step = side / 16f;
        using var line = Stroke(colours.Second, Math.Max(1, 0.0015f * side));
        for (var x = step; x < width; x += step)
        {
            canvas.DrawLine(x, 0, x, height, line);
        }

        for (var y = step; y < height; y += step)
        {
            canvas.DrawLine(0, y, width, y, line);
        }

        using var corner = Stroke(colours.Accent, 0.005f * side);
        var (margin, arm) = (0.04f * side, 0.08f * side);
        foreach (var (x, y, right, down) in (ReadOnlySpan<(float, float, int, int)>)[(margin, margin, 1, 1), (width - margin, margin, -1, 1), (margin, height - margin, 1, -1), (width - margin, height - margin, -1, -1)])
        {
            canvas.DrawLine(x, y, x + (right * arm), y, corner);
            canvas.DrawLine(x, y, x, y + (down * arm), corner);
        }
    }

    private static void Polygon(SKCanvas canvas, SKPaint paint, params ReadOnlySpan<SKPoint> points)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(points[0]);
        foreach (var point in points[1..])
        {
            builder.LineTo(point);
        }

        builder.Close();
        using var path = builder.Detach();
        canvas.DrawPath(path, paint);
    }

    // A linear congruential generator (Numerical Recipes): the same pieces on every machine.
    private static float Next(ref uint seed)
    {
        seed = (seed * 1664525u) + 1013904223u;
        return (seed >> 8) / 16777216f;
    }

    private static SKPaint Stroke(SKColor colour, float width) => new() { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width };
}
