using Gpu.Workflow.Rendering.Overlays;
using SkiaSharp;

namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Looks in the page's own colour, else in those of its pictures.</summary>
internal static class StyleCandidates
{
    // Where there are no pictures to take a colour from: the defaults of storyboards.
    private const double GroundHue = 218;
    private const double AccentHue = 41;
    private const double WarmHue = 28;
    private const double Easy = 12;

    // What encoding takes must not take the contrast under 4.5.
    private const double Margin = 1.05;

    /// <summary>Makes and measures them.</summary>
    public static List<Candidate> Find(PageCharacter character)
    {
        var accent = character.Palette.Where(static c => c.Chroma >= 0.12).OrderByDescending(static c => c.Chroma * Math.Sqrt(c.Share)).Select(static c => (PaletteColour?)c).FirstOrDefault();
        var brand = character.Brand;
        accent = brand ?? accent;
        var ground = character.Palette.Where(static c => c.Lightness < 0.5 && c.Chroma >= 0.04).Select(static c => (PaletteColour?)c).FirstOrDefault() ?? accent;
        string[] palette = [.. character.Palette.Take(5).Select(static c => c.Hex)];
        return [.. Look.All.Select(look =>
        {
            var style = Colour(look, ground, accent, brand is not null, palette);
            var contrast = Colours.Contrast(Colours.Parse(style.Background), Colours.Parse(style.Foreground));
            return new Candidate($"style-{look.Name}", look.Text,
            [
                character.Suits(look.Topics),
                PageCharacter.Near(look.Colour, character.Colour),
                PageCharacter.Near(look.Light, character.Light),
                PageCharacter.Near(look.Energy, character.Energy),
                brand is { } own ? Kept(own, style) : 0.5f,
                (float)Math.Min(1, contrast / Easy),
            ])
            { Composed = true, Style = style };
        })];
    }

    // Less by how much lighter or darker the page's colour had to become.
    private static float Kept(PaletteColour own, SuggestedStyle style)
    {
        var accent = Colours.Parse(style.Accent);
        return PageCharacter.Near(own.Lightness, Hsl.Of(accent.Red, accent.Green, accent.Blue).Lightness);
    }

    private static SuggestedStyle Colour(Look look, PaletteColour? ground, PaletteColour? accent, bool isBrand, string[] palette)
    {
        var hue = look.Name == "warm" ? WarmHue : ground?.Hue ?? GroundHue;
        var saturation = Math.Min(look.GroundSaturation, ground?.Saturation ?? look.GroundSaturation);
        var back = Rgb(hue, saturation, look.GroundLightness);
        var words = Colours.On(back, look.GroundLightness > 0.5 ? Rgb(hue, Math.Min(saturation, 0.3), 0.1) : SKColors.White);
        return new SuggestedStyle(look.Name, Hex(back), Hex(words), Hex(Accent(look, back, accent, isBrand)), look.Font, palette);
    }

    // The page's own colour as it is, or the pictures' liveliest one; either made lighter or darker until it is read on the ground.
    private static SKColor Accent(Look look, SKColor ground, PaletteColour? colour, bool isBrand)
    {
        var (hue, saturation) = (colour?.Hue ?? AccentHue, isBrand ? colour!.Value.Saturation : Math.Max(look.AccentSaturation, Math.Min(0.9, colour?.Saturation ?? 0.75)));
        var step = look.GroundLightness > 0.5 ? -0.01 : 0.01;
        var lightness = isBrand ? Math.Clamp(colour!.Value.Lightness, 0.05, 0.95) : Math.Clamp(colour?.Lightness ?? 0.5, 0.35, 0.65);
        while (lightness is > 0.02 and < 0.98 && Colours.Contrast(ground, Rgb(hue, saturation, lightness)) < Colours.Legible * Margin)
        {
            lightness += step;
        }

        return Rgb(hue, saturation, lightness);
    }

    private static SKColor Rgb(double hue, double saturation, double lightness)
    {
        var (r, g, b) = Hsl.ToRgb(hue, saturation, lightness);
        return new SKColor(r, g, b);
    }

    private static string Hex(SKColor c) => FormattableString.Invariant($"#{c.Red:x2}{c.Green:x2}{c.Blue:x2}");
}
