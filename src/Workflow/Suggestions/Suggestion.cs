using System.Text.Json.Serialization;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions;

/// <summary>Something that the ad could use, with what speaks for it.</summary>
public sealed record Suggestion
{
    /// <summary>
    /// What edits refer to, such as <c>script-4fz0kq</c>. It is made of what is suggested, not of its place: the same
    /// sentence or picture has the same id wherever it stands on the page.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What it proposes.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>The words; for an image its alternative text; for what has no words of its own, a few that name it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the text was put together or edited, so that the page does not have it as it stands here.</summary>
    public bool Composed { get; init; }

    /// <summary>The words before an edit rewrote them; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Original { get; init; }

    /// <summary>Its place among the candidates of its kind in the page's order, from 0.</summary>
    public int Order { get; init; }

    /// <summary>The suggestion that it belongs to, by id: a crop's image, a caption's line; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? For { get; init; }

    /// <summary>The picture, for kinds that have one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PageImage? Image { get; init; }

    /// <summary>The part of the picture, for a crop.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestedCrop? Crop { get; init; }

    /// <summary>The look, for a style.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestedStyle? Style { get; init; }

    /// <summary>Mood and tempo, for music.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestedMusic? Music { get; init; }

    /// <summary>The sound, for a sound effect.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestedSound? Sound { get; init; }

    /// <summary>The transition, for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestedTransition? Transition { get; init; }

    /// <summary>Seconds: the ad's for a duration, to be said aloud at 150 words a minute for a line, headline or request, to be read for a caption; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The features by name, each 0 to 1.</summary>
    public required IReadOnlyDictionary<string, float> Features { get; init; }

    /// <summary>What each feature counts, by its name; a kind's weights sum to 1.</summary>
    public IReadOnlyDictionary<string, float> Weights { get; init; } = new Dictionary<string, float>();

    /// <summary>(features . weights) x (1 + edit weight), computed on the device.</summary>
    public required float Score { get; init; }

    /// <summary>The edit weight; 0 where no edit touches it.</summary>
    public float EditWeight { get; init; }

    /// <summary>Whether an edit pinned it.</summary>
    public bool Pinned { get; init; }

    /// <summary>Whether it is among the best of its kind, those that the ad uses.</summary>
    public required bool Selected { get; init; }

    /// <summary>Why it cannot be used, such as a picture that is not there; null where it can.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Problem { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }
}
