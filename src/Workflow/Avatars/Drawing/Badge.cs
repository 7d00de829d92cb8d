using Gpu.Workflow.Rendering.Overlays;
using SkiaSharp;

namespace Gpu.Workflow.Avatars.Drawing;

/// <summary>The round badge that a presenter is seen in: its shape in the units of the drawings, and what is drawn of it.</summary>
internal static class Badge
{
    /// <summary>What a presenter fills: a head may stand out over the badge's upper edge.</summary>
    public static readonly SKRect Box = new(24, 30, 376, 390);

    /// <summary>The units from edge to edge.</summary>
    public const float Diameter = 352;

    /// <summary>The middle of the ring's line.</summary>
    public const float Radius = 170;

    /// <summary>The units around <see cref="Box"/> that a shadow or a halo reaches.</summary>
    public const float Margin = 22;

    private const float Line = 12;
    private static readonly SKPoint Centre = new(200, 214);

    /// <summary>Shadow, ground and ring.</summary>
    public static void Ground(SKCanvas canvas, StoryboardColours colours)
    {
        using (var shadow = new SKPaint { Color = SKColors.Black.WithAlpha(90), IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 6) })
        {
            canvas.DrawCircle(Centre.X, Centre.Y + 4, Radius + (Line / 2), shadow);
        }

        var (light, dark) = (Colours.Mix(Tone(colours), SKColors.White, 0.25), Tone(colours));
        using var ground = new SKPaint { IsAntialias = true, IsDither = true };
        ground.Shader = SKShader.CreateLinearGradient(new SKPoint(Centre.X, Centre.Y - Radius), new SKPoint(Centre.X, Centre.Y + Radius), [light, dark], SKShaderTileMode.Clamp);
        canvas.DrawCircle(Centre, Radius, ground);
        Ring(canvas, 0, 360);
    }

    /// <summary>The lower half of the ring, over the shoulders.</summary>
    public static void LowerRing(SKCanvas canvas) => Ring(canvas, 0, 180);

    /// <summary>Rings around the badge, in the tone of its ground.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="colours">The style.</param>
    /// <param name="outer">The second, fainter ring; else the first.</param>
    public static void Halo(SKCanvas canvas, StoryboardColours colours, bool outer)
    {
        using var paint = new SKPaint { Color = Tone(colours).WithAlpha(outer ? (byte)165 : (byte)255), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = outer ? 6 : 8 };
        canvas.DrawCircle(Centre, Radius + (Line / 2) + (outer ? 15.5f : 6), paint);
    }

    /// <summary>Lets through what is within the badge, and above its middle what is beside it: heads are not cut.</summary>
    public static void ClipBody(SKCanvas canvas)
    {
        using var path = SKPath.ParseSvgPathData(FormattableString.Invariant(
            $"M{Centre.X - Radius} -1000H{Centre.X + Radius}V{Centre.Y}A{Radius} {Radius} 0 0 1 {Centre.X - Radius} {Centre.Y}Z"));
        canvas.ClipPath(path, antialias: true);
    }

    /// <summary>Lets through what is within the badge.</summary>
    public static void ClipRound(SKCanvas canvas)
    {
        using var round = new SKRoundRect(Square, Radius);
        canvas.ClipRoundRect(round, SKClipOperation.Intersect, antialias: true);
    }

    /// <summary>The square about the badge's circle.</summary>
    public static SKRect Square => new(Centre.X - Radius, Centre.Y - Radius, Centre.X + Radius, Centre.Y + Radius);

    /// <summary>The ring alone.</summary>
    public static void Ring(SKCanvas canvas) => Ring(canvas, 0, 360);

    private static void Ring(SKCanvas canvas, float from, float sweep)
    {
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Line };
        canvas.DrawArc(Square, from, sweep, false, paint);
    }

    // Of the accent's hue, and so light that hair and so dark that the ring is told from it.
    private static SKColor Tone(StoryboardColours colours)
    {
        var part = 0.0;
        while (part < 1 && Colours.Luminance(Colours.Mix(colours.Accent, SKColors.White, part)) < 0.42)
        {
            part += 0.05;
        }

        var tone = Colours.Mix(colours.Accent, SKColors.White, part);
        for (part = 0; Colours.Luminance(Colours.Mix(tone, SKColors.Gray, part)) > 0.68; part += 0.05)
        {
        }

        return Colours.Mix(tone, SKColors.Gray, part);
    }
}
