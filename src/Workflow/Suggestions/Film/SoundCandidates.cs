namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Sounds at moments of the ad.</summary>
internal static class SoundCandidates
{
    private static readonly (string Effect, string At, string Text, double Energy)[] Sounds =
    [
        ("rise", "start", "A rise under the first picture", 0.6),
        ("impact", "start", "An impact as the headline comes", 0.85),
        ("whoosh", "cuts", "A whoosh where pictures change", 0.65),
        ("tick", "cuts", "A soft tick where pictures change", 0.35),
        ("pop", "price", "A pop as the price comes", 0.6),
        ("chime", "callToAction", "A chime with the closing request", 0.4),
        ("chime", "closing", "A chime as the logo comes", 0.3),
    ];

    /// <summary>Makes and measures them.</summary>
    /// <param name="character">The page's.</param>
    /// <param name="price">Whether the ad shows a price.</param>
    /// <param name="logo">Whether it shows a logo.</param>
    /// <param name="pictures">How many pictures it shows.</param>
    public static List<Candidate> Find(PageCharacter character, bool price, bool logo, int pictures) => [.. Sounds.Select(s => new Candidate($"sound-{s.Effect}-{s.At.ToLowerInvariant()}", s.Text,
    [
        s.At switch
        {
            "price" => price ? 1 : 0,
            "closing" => logo ? 0.7f : 0,
            "cuts" => Math.Min(1, pictures / 4f),
            "start" => 0.6f,
            _ => 1,
        },
        PageCharacter.Near(s.Energy, character.Energy),
    ])
    { Composed = true, Sound = new SuggestedSound(s.Effect, s.At), Group = s.At is "callToAction" or "closing" ? "end" : s.At })];
}
