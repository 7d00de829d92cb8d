namespace Gpu.Workflow.Suggestions;

/// <summary>The features of each kind, with their weights: all of the judgement about what suits an ad stands here.</summary>
internal static class SuggestionFeatures
{
    /// <summary>A sentence of the script.</summary>
    public static Feature[] Script { get; } = Normalised(
        new("position", 0.9f, "comes early on the page"),
        new("title", 1.0f, "speaks of what the title promises"),
        new("centrality", 1.1f, "says what the page as a whole says"),
        new("length", 1.0f, "is short enough to be read at a glance"),
        new("numbers", 0.5f, "gives a figure"),
        new("proof", 0.6f, "gives proof"),
        new("benefit", 0.7f, "speaks to the reader"),
        new("readability", 0.4f, "uses plain words"),
        new("whole", 0.9f, "is a whole sentence"),
        new("standalone", 0.9f, "stands by itself"));

    /// <summary>An opening line.</summary>
    public static Feature[] Headline { get; } = Normalised(
        new("title", 1.0f, "is the page's title"),
        new("position", 0.8f, "stands at the top of the page"),
        new("similarity", 0.9f, "speaks of what the title promises"),
        new("length", 1.2f, "is as short as a headline should be"),
        new("readability", 0.4f, "uses plain words"),
        new("benefit", 0.4f, "speaks to the reader"));

    /// <summary>A closing request.</summary>
    public static Feature[] CallToAction { get; } = Normalised(
        new("page", 1.5f, "is the page's own request"),
        new("action", 1.0f, "says what to do"),
        new("length", 0.8f, "fits a button"));

    /// <summary>A picture.</summary>
    public static Feature[] Image { get; } = Normalised(
        new("prominence", 1.0f, "is among the first pictures of the page"),
        new("size", 1.0f, "is large enough for a full screen"),
        new("aspect", 0.6f, "has a shape that fills a frame"),
        new("described", 0.4f, "is described by the page"),
        new("relevance", 0.8f, "shows what the text speaks of"),
        new("photograph", 0.3f, "is stored as photographs are"));

    private static Feature[] Normalised(params Feature[] features)
    {
        var sum = features.Sum(f => f.Weight);
        return [.. features.Select(f => f with { Weight = f.Weight / sum })];
    }
}
