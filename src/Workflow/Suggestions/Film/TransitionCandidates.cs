using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Transitions, of those that a storyboard can ask for.</summary>
internal static class TransitionCandidates
{
    // Longer than this there is too little time left to read.
    private const double Readable = 0.8;

    private static readonly (string Transition, double Seconds, string Id, string Text, double Energy, float Restraint)[] All =
    [
        ("fade", 0.5, "fade", "Fade: half a second", 0.4, 1),
        ("fade", 0.25, "fade-quick", "Quick fade: a quarter of a second", 0.75, 1),
        ("fade", 0.8, "fade-slow", "Slow fade: eight tenths of a second", 0.1, 1),
        ("fadeBlack", 0.7, "fadeblack", "Through black", 0.15, 0.8f),
        ("fadeWhite", 0.6, "fadewhite", "Through white", 0.35, 0.6f),
        ("dissolve", 0.6, "dissolve", "Dissolve", 0.3, 0.6f),
        ("smoothLeft", 0.5, "smoothleft", "A soft wipe to the left", 0.5, 0.8f),
        ("smoothUp", 0.5, "smoothup", "A soft wipe upwards", 0.5, 0.7f),
        ("wipeLeft", 0.4, "wipeleft", "A wipe to the left", 0.6, 0.5f),
        ("slideLeft", 0.4, "slideleft", "A push to the left", 0.75, 0.6f),
        ("slideUp", 0.4, "slideup", "A push upwards", 0.8, 0.6f),
        ("circleOpen", 0.5, "circleopen", "A circle opens", 0.65, 0.3f),
        ("zoomIn", 0.4, "zoomin", "A zoom into the next picture", 0.9, 0.4f),
        ("horizontalBlur", 0.3, "horizontalblur", "A whip of blur", 0.95, 0.4f),
    ];

    /// <summary>Makes and measures them.</summary>
    public static List<Candidate> Find(PageCharacter character) => [.. All.Where(static t => TransitionNames.IsKnown(t.Transition)).Select(t => new Candidate($"transition-{t.Id}", t.Text,
    [
        PageCharacter.Near(t.Energy, character.Energy),
        (float)Math.Clamp(1 - ((t.Seconds - 0.2) / Readable), 0, 1),
        t.Restraint,
    ])
    { Composed = true, Transition = new SuggestedTransition(t.Transition, t.Seconds) })];
}
