namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Hue, saturation and lightness, as CSS has them.</summary>
internal static class Hsl
{
    /// <summary>Of R'G'B'.</summary>
    public static (double Hue, double Saturation, double Lightness) Of(byte red, byte green, byte blue)
    {
        var (r, g, b) = (red / 255.0, green / 255.0, blue / 255.0);
        var (most, least) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var (range, lightness) = (most - least, (most + least) / 2);
        if (range == 0)
        {
            return (0, 0, lightness);
        }

        var hue = most == r ? ((g - b) / range) + (g < b ? 6 : 0) : most == g ? ((b - r) / range) + 2 : ((r - g) / range) + 4;
        return (60 * hue, range / (1 - Math.Abs((2 * lightness) - 1)), lightness);
    }

    /// <summary>To R'G'B'.</summary>
    public static (byte Red, byte Green, byte Blue) ToRgb(double hue, double saturation, double lightness)
    {
        var chroma = (1 - Math.Abs((2 * lightness) - 1)) * saturation;
        return (Channel(0), Channel(8), Channel(4));

        byte Channel(double n)
        {
            var k = (n + (hue / 30)) % 12;
            return (byte)Math.Round(255 * Math.Clamp(lightness - (chroma / 2 * Math.Max(-1, Math.Min(k - 3, Math.Min(9 - k, 1)))), 0, 1));
        }
    }

    /// <summary>How far two hues are apart, 0 to 180.</summary>
    public static double Apart(double a, double b) => 180 - Math.Abs(180 - (Math.Abs(a - b) % 360));
}
