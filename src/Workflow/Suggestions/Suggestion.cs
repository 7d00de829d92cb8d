using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions;

/// <summary>Something that the ad could use, with what speaks for it.</summary>
public sealed record Suggestion
{
    /// <summary>Stable within a page, such as <c>script-3</c>: edits refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>What it proposes.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>The words; for an image its alternative text.</summary>
    public required string Text { get; init; }

    /// <summary>The picture, for kinds that have one.</summary>
    public PageImage? Image { get; init; }

    /// <summary>The features by name, each 0 to 1.</summary>
    public required IReadOnlyDictionary<string, float> Features { get; init; }

    /// <summary>(features . weights) x (1 + edit weight), computed on the device.</summary>
    public required float Score { get; init; }

    /// <summary>Whether it is among the best of its kind, those that the ad uses.</summary>
    public required bool Selected { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }
}
