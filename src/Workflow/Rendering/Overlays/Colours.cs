using System.Globalization;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Colours and how well one is read on another (WCAG 2).</summary>
internal static class Colours
{
    /// <summary>What WCAG asks of text, level AA.</summary>
    public const double Legible = 4.5;

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static SKColor Parse(string colour) =>
        new((0xffu << 24) | uint.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>Relative luminance, 0 to 1.</summary>
    public static double Luminance(SKColor c) => (0.2126 * Linear(c.Red)) + (0.7152 * Linear(c.Green)) + (0.0722 * Linear(c.Blue));

    /// <summary>The contrast of two opaque colours, 1 to 21.</summary>
    public static double Contrast(SKColor a, SKColor b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    /// <summary>A colour between two, opaque.</summary>
    public static SKColor Mix(SKColor a, SKColor b, double part) => new(Mix(a.Red, b.Red, part), Mix(a.Green, b.Green, part), Mix(a.Blue, b.Blue, part));

    /// <summary>The wanted colour where it is read on the ground, else white or black, whichever is read better.</summary>
    public static SKColor On(SKColor ground, SKColor wanted) =>
        Contrast(ground, wanted) >= Legible ? wanted : Contrast(ground, SKColors.White) >= Contrast(ground, SKColors.Black) ? SKColors.White : SKColors.Black;

    /// <summary>
    /// The least opacity, 0.72 or more, at which a ground laid over any picture lets the words be read: both over white and
    /// over black, with a margin for what encoding takes.
    /// </summary>
    public static double ScrimOpacity(SKColor ground, SKColor words)
    {
        for (var opacity = 0.72; opacity < 1; opacity += 0.02)
        {
            if (Contrast(words, Mix(SKColors.White, ground, opacity)) >= Legible * 1.15 && Contrast(words, Mix(SKColors.Black, ground, opacity)) >= Legible * 1.15)
            {
                return opacity;
            }
        }

        return 1;
    }

    private static double Linear(byte value)
    {
        var v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte a, byte b, double part) => (byte)Math.Round(a + ((b - a) * part));
}
