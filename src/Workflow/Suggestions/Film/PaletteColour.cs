using Gpu.Workflow.Suggestions.Images;

namespace Gpu.Workflow.Suggestions.Film;

/// <summary>A colour of a page's pictures.</summary>
/// <param name="Hue">Degrees, 0 to 360.</param>
/// <param name="Saturation">HSL, 0 to 1.</param>
/// <param name="Lightness">HSL, 0 to 1.</param>
/// <param name="Share">The share of all pictures' pixels.</param>
internal readonly record struct PaletteColour(double Hue, double Saturation, double Lightness, double Share)
{
    private const double SameHue = 14;
    private const double SameLight = 0.12;
    private const int Most = 8;

    /// <summary>How much a colour is one, rather than a gray: HSL's saturation says nothing near black and white.</summary>
    public double Chroma => Saturation * (1 - Math.Abs((2 * Lightness) - 1));

    /// <summary><c>#rrggbb</c>.</summary>
    public string Hex
    {
        get
        {
            var (r, g, b) = Hsl.ToRgb(Hue, Saturation, Lightness);
            return FormattableString.Invariant($"#{r:x2}{g:x2}{b:x2}");
        }
    }

    /// <summary>The colours of pictures, like ones put together, those of most pixels first.</summary>
    public static IReadOnlyList<PaletteColour> Of(IReadOnlyList<PictureFacts> pictures)
    {
        var found = new List<PaletteColour>();
        foreach (var colour in pictures.SelectMany(p => p.Quality.Colours).OrderByDescending(c => c.Share).ThenBy(c => (c.Red << 16) | (c.Green << 8) | c.Blue))
        {
            var (hue, saturation, lightness) = Hsl.Of(colour.Red, colour.Green, colour.Blue);
            var here = new PaletteColour(hue, saturation, lightness, colour.Share / pictures.Count);
            var like = found.FindIndex(f => Math.Abs(f.Lightness - lightness) < SameLight && ((f.Chroma < 0.08 && here.Chroma < 0.08) || (Hsl.Apart(f.Hue, hue) < SameHue && Math.Abs(f.Chroma - here.Chroma) < 0.25)));
            if (like < 0)
            {
                found.Add(here);
            }
            else
            {
                found[like] = found[like] with { Share = found[like].Share + here.Share };
            }
        }

        return [.. found.OrderByDescending(f => f.Share).Take(Most)];
    }
}
