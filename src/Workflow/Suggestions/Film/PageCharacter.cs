using Gpu.Workflow.Extraction;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Suggestions.Images;
using Gpu.Workflow.Suggestions.Words;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Film;

/// <summary>What look and sound are chosen by.</summary>
/// <param name="Topics">How much the page is about each topic, 0 to 1.</param>
/// <param name="Energy">Its pace: 0 calm, 1 lively.</param>
/// <param name="Light">How bright its pictures are, 0 to 1; a half where there are none.</param>
/// <param name="Colour">How colourful they are, 0 to 1; a half where there are none.</param>
/// <param name="Palette">Their colours, those of most pixels first.</param>
/// <param name="Brand">The colour that the page calls its own; null for none but grays.</param>
internal sealed record PageCharacter(IReadOnlyDictionary<Topic, double> Topics, double Energy, double Light, double Colour, IReadOnlyList<PaletteColour> Palette, PaletteColour? Brand)
{
    private const double LivelyColours = 60;
    private const double LongSentence = 22;
    private const double Later = 0.15;
    private const double LeastChroma = 0.1;

    /// <summary>Finds it.</summary>
    /// <param name="content">The page.</param>
    /// <param name="lines">The lines that the ad says.</param>
    /// <param name="pictures">The pictures that it shows, the best first.</param>
    public static PageCharacter Of(PageContent content, IReadOnlyList<string> lines, IReadOnlyList<PictureFacts> pictures)
    {
        var shortness = lines.Count == 0 ? 0.5 : Math.Clamp(1.3 - (lines.Average(Terms.Count) / LongSentence * 1.3), 0, 1);
        var calls = lines.Count == 0 ? 0 : (double)lines.Count(l => l.Contains('!', StringComparison.Ordinal) || l.Contains('！', StringComparison.Ordinal)) / lines.Count;
        var action = lines.Count == 0 ? 0 : lines.Average(TextMeasures.Action);
        var light = pictures.Count == 0 ? 0.5 : pictures.Average(p => p.Quality.Brightness) / 255;
        var colour = pictures.Count == 0 ? 0.5 : Math.Min(1, pictures.Average(p => p.Quality.Colourfulness) / LivelyColours);
        var topics = Film.Topics.Of(content);
        var pace = (topics[Topic.Event] + topics[Topic.Sport]) - (topics[Topic.Wellbeing] + (0.5 * (topics[Topic.Beauty] + topics[Topic.Travel])));
        var energy = Math.Clamp((0.4 * shortness) + (0.3 * Math.Min(1, 2 * calls)) + (0.2 * action) + (0.25 * colour) + (0.25 * pace), 0, 1);
        return new PageCharacter(topics, energy, light, colour, PaletteColour.Of(pictures), BrandOf(content));
    }

    private static PaletteColour? BrandOf(PageContent content)
    {
        foreach (var colour in content.Colours)
        {
            var rgb = Colours.Parse(colour.Hex);
            var (hue, saturation, lightness) = Hsl.Of(rgb.Red, rgb.Green, rgb.Blue);
            var brand = new PaletteColour(hue, saturation, lightness, 0);
            if (brand.Chroma >= LeastChroma)
            {
                return brand;
            }
        }

        return null;
    }

    /// <summary>How much a choice's topics, the first of which it is made for, are the page's: the strongest of them, over the page's strongest.</summary>
    public float Suits(IReadOnlyList<Topic> topics)
    {
        var most = Topics.Values.Max();
        return most <= 0 ? 0.5f : (float)(topics.Select((t, i) => Topics[t] * (1 - (Later * i))).Max() / most);
    }

    /// <summary>1 where two quantities from 0 to 1 are alike, 0 where they are opposite.</summary>
    public static float Near(double a, double b) => (float)Math.Clamp(1 - Math.Abs(a - b), 0, 1);
}
