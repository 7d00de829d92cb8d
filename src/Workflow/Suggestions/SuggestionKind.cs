namespace Gpu.Workflow.Suggestions;

/// <summary>What a suggestion proposes.</summary>
public enum SuggestionKind
{
    /// <summary>The line that opens the ad.</summary>
    Headline,

    /// <summary>A sentence of the script.</summary>
    Script,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>The closing request.</summary>
    CallToAction,
}
