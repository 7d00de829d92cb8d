using Gpu.Kernels.Video;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Storyboards;

/// <summary>How the ad's pictures give way to each other.</summary>
/// <param name="Names">The transitions between pictures, in turns; none for fades with a soft edge now and then.</param>
/// <param name="Seconds">How long it takes at most.</param>
/// <param name="RightToLeft">The direction of reading.</param>
internal sealed record PlanTransition(IReadOnlyList<string> Names, double Seconds, bool RightToLeft)
{
    private const double Usual = 0.5;

    /// <summary>
    /// The selected one where a person pinned it; else the style's; without a style the selected one, where a storyboard
    /// can ask for it. What goes left in most scripts goes right in those read from there.
    /// </summary>
    public static PlanTransition From(IReadOnlyList<Suggestion> suggestions, StoryStyle? style, bool rightToLeft)
    {
        var chosen = suggestions.FirstOrDefault(static s => s is { Selected: true, Transition: not null });
        if (style is not null && chosen is not { Pinned: true })
        {
            return new PlanTransition([.. style.Transitions.Select(t => rightToLeft ? Mirrored(t) : t)], style.Seconds, rightToLeft);
        }

        if (chosen?.Transition is not { } transition || !TransitionNames.IsKnown(transition.Transition))
        {
            return new PlanTransition([], Usual, rightToLeft);
        }

        // Fades alone only where somebody asked for them.
        var name = transition.Transition == TransitionNames.Of(Transition.Fade) && !chosen.Pinned ? null : transition.Transition;
        return new PlanTransition(name is null ? [] : [rightToLeft ? Mirrored(name) : name], Math.Clamp(transition.Seconds, 0.1, 2), rightToLeft);
    }

    /// <summary>Seconds between two shots: never so long that the shorter one is hardly seen.</summary>
    public double Between(PlanSegment before, PlanSegment shot) =>
        Math.Min(Seconds, Math.Max(0.01, PlanTiming.Round(0.3 * Math.Min(before.Duration, shot.Duration))));

    /// <summary>
    /// Which it is. Fades, as they carry the eye; a soft edge in the direction of reading now and then, where new words
    /// begin; and through black to the closing card.
    /// </summary>
    public string Kind(IReadOnlyList<PlanSegment> cuts, int i)
    {
        if (cuts[i].Kind == PlanSegmentKind.Closing)
        {
            return TransitionNames.Of(Transition.FadeBlack);
        }

        var turning = cuts[i].Text != cuts[i - 1].Text && i % 3 == 2;
        return Names.Count > 0 ? Names[(i - 1) % Names.Count] : TransitionNames.Of(!turning ? Transition.Fade : RightToLeft ? Transition.SmoothRight : Transition.SmoothLeft);
    }

    private static string Mirrored(string name) => name.EndsWith("Left", StringComparison.Ordinal) ? string.Concat(name.AsSpan(0, name.Length - 4), "Right") : name;
}
