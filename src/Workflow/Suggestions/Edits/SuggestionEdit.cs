using System.Text.Json.Serialization;

namespace Gpu.Workflow.Suggestions.Edits;

/// <summary>What a person changed about one suggestion.</summary>
public sealed record SuggestionEdit
{
    /// <summary>The suggestion's id.</summary>
    public required string Id { get; init; }

    /// <summary>The page that it is meant for, by the name that the user gave it or by its address; null for every page.</summary>
    public string? Page { get; init; }

    /// <summary>Whether it is no error when a page has no such suggestion: for a batch, in which most have not.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether the ad uses it, whatever its score.</summary>
    public bool Pin { get; init; }

    /// <summary>Whether the ad does without it.</summary>
    public bool Drop { get; init; }

    /// <summary>Other words for it; null to leave them.</summary>
    public string? Text { get; init; }

    /// <summary>The edit weight, -1 to 100: its score becomes (features . weights) x (1 + weight). Null for 1 where it is pinned, -1 where it is dropped, else 0.</summary>
    public float? Weight { get; init; }

    /// <summary>Where it stands in its file, such as <c>$.edits[2]</c>, for messages.</summary>
    [JsonIgnore]
    internal string Path { get; init; } = "$.edits";

    /// <summary>The weight in effect.</summary>
    [JsonIgnore]
    internal float Factor => Drop ? -1 : Weight ?? (Pin ? 1 : 0);
}
