using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions;

/// <summary>A suggestion before it is scored.</summary>
/// <param name="Id">Made of what is suggested; see <see cref="SuggestionIds"/>.</param>
/// <param name="Text">The words.</param>
/// <param name="Features">One value, 0 to 1, for each of the kind's features, in their order.</param>
internal sealed record Candidate(string Id, string Text, float[] Features)
{
    private HashSet<string>? _terms;

    /// <summary>The terms of the words.</summary>
    public HashSet<string> Terms => _terms ??= Wording.Terms.Of(Text);

    public bool Composed { get; init; }

    public string? Original { get; init; }

    public string? For { get; init; }

    public PageImage? Image { get; init; }

    public SuggestedCrop? Crop { get; init; }

    public SuggestedStyle? Style { get; init; }

    public SuggestedMusic? Music { get; init; }

    public SuggestedSound? Sound { get; init; }

    public SuggestedTransition? Transition { get; init; }

    public double? Seconds { get; init; }

    public string? Problem { get; init; }

    /// <summary>Why it was passed over, though it may be usable.</summary>
    public string? Note { get; init; }

    /// <summary>Of two candidates of one group the ad uses one: what they would say or show is the same thing.</summary>
    public string? Group { get; init; }
}
