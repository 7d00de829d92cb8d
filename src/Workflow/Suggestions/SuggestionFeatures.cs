namespace Gpu.Workflow.Suggestions;

/// <summary>The features of each kind, with their weights: all of the judgement about what suits an ad stands here.</summary>
internal static class SuggestionFeatures
{
    /// <summary>A sentence of the script.</summary>
    public static Feature[] Script { get; } = Normalised(
        new("position", 0.8f, "comes early on the page"),
        new("title", 1.0f, "speaks of what the title promises"),
        new("centrality", 1.0f, "says what the page as a whole says"),
        new("length", 1.0f, "takes the time that a picture is seen"),
        new("numbers", 0.5f, "gives a figure"),
        new("proof", 0.6f, "gives proof"),
        new("benefit", 0.7f, "speaks to the reader"),
        new("readability", 0.4f, "uses plain words"),
        new("whole", 1.1f, "is a whole sentence"),
        new("standalone", 1.3f, "stands by itself"),
        new("speakable", 0.5f, "is easily said aloud"));

    /// <summary>An opening line.</summary>
    public static Feature[] Headline { get; } = Normalised(
        new("title", 1.0f, "is the page's title"),
        new("position", 0.8f, "stands at the top of the page"),
        new("similarity", 0.9f, "speaks of what the title promises"),
        new("length", 1.4f, "is as short as a headline should be"),
        new("readability", 0.4f, "uses plain words"),
        new("benefit", 0.4f, "speaks to the reader"),
        new("speakable", 0.5f, "is easily said aloud"));

    /// <summary>Words on the screen.</summary>
    public static Feature[] Caption { get; } = Normalised(
        new("line", 1.0f, "belongs to a good line"),
        new("whole", 1.0f, "says all of its line"),
        new("length", 1.2f, "is read at a glance"),
        new("readability", 0.4f, "uses plain words"));

    /// <summary>A closing request.</summary>
    public static Feature[] CallToAction { get; } = Normalised(
        new("page", 1.5f, "is the page's own request"),
        new("action", 1.5f, "says what to do"),
        new("length", 0.8f, "fits a button"));

    /// <summary>A picture before it is loaded, which decides what is loaded.</summary>
    public static Feature[] Sight { get; } = Normalised(
        new("prominence", 1.0f, "is among the first pictures of the page"),
        new("size", 1.0f, "is large enough for a full screen"),
        new("aspect", 0.5f, "has a shape that fills a frame"),
        new("described", 0.3f, "is described by the page"),
        new("relevance", 0.8f, "shows what the text speaks of"));

    /// <summary>A picture.</summary>
    public static Feature[] Image { get; } = Normalised(
        new("prominence", 1.0f, "is among the first pictures of the page"),
        new("size", 1.0f, "is large enough for a full screen"),
        new("aspect", 0.5f, "has a shape that fills a frame"),
        new("described", 0.3f, "is described by the page"),
        new("relevance", 0.8f, "shows what the text speaks of"),
        new("sharpness", 0.7f, "is sharp"),
        new("colourfulness", 0.4f, "has lively colours"),
        new("exposure", 0.4f, "is neither dark nor washed out"),
        new("contrast", 0.3f, "has depth"));

    /// <summary>A part of a picture.</summary>
    public static Feature[] Crop { get; } = Normalised(
        new("picture", 1.0f, "is of a good picture"),
        new("kept", 1.0f, "keeps most of the picture"),
        new("resolution", 1.0f, "has the pixels for a full screen"));

    /// <summary>A logo.</summary>
    public static Feature[] Logo { get; } = Normalised(
        new("declared", 1.0f, "is what the page gives as its logo"),
        new("size", 0.8f, "is large enough to be shown"),
        new("transparency", 0.4f, "stands free on any ground"),
        new("contrast", 0.5f, "is seen clearly"));

    /// <summary>A look.</summary>
    public static Feature[] Style { get; } = Normalised(
        new("subject", 2.2f, "suits what the page is about"),
        new("colours", 1.0f, "goes with the colours of the pictures"),
        new("light", 0.6f, "has the light of the pictures"),
        new("energy", 0.8f, "has the page's pace"),
        new("brand", 0.5f, "shows the page's own colour as it is"),
        new("legibility", 0.5f, "is read with ease"));

    /// <summary>A mood of music.</summary>
    public static Feature[] Music { get; } = Normalised(
        new("subject", 2f, "suits what the page is about"),
        new("energy", 1.0f, "has the page's pace"),
        new("light", 0.6f, "has the light of the pictures"));

    /// <summary>A sound.</summary>
    public static Feature[] SoundEffect { get; } = Normalised(
        new("occasion", 1.5f, "has something to go with"),
        new("energy", 1.0f, "has the page's pace"));

    /// <summary>A transition.</summary>
    public static Feature[] Transition { get; } = Normalised(
        new("energy", 1.4f, "has the page's pace"),
        new("pace", 0.8f, "leaves time to read"),
        new("restraint", 0.6f, "does not draw attention to itself"));

    /// <summary>A length.</summary>
    public static Feature[] Duration { get; } = Normalised(
        new("words", 1.4f, "gives the best lines the time to be said"),
        new("pictures", 0.8f, "gives each picture its time"),
        new("format", 0.6f, "is a length that is booked and watched to its end"));

    /// <summary>The features of a kind.</summary>
    public static Feature[] Of(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Headline => Headline,
        SuggestionKind.Script => Script,
        SuggestionKind.Caption => Caption,
        SuggestionKind.Image => Image,
        SuggestionKind.Crop => Crop,
        SuggestionKind.CallToAction => CallToAction,
        SuggestionKind.Logo => Logo,
        SuggestionKind.Style => Style,
        SuggestionKind.Music => Music,
        SuggestionKind.SoundEffect => SoundEffect,
        SuggestionKind.Transition => Transition,
        SuggestionKind.Duration => Duration,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    private static Feature[] Normalised(params Feature[] features)
    {
        var sum = features.Sum(f => f.Weight);
        return [.. features.Select(f => f with { Weight = f.Weight / sum })];
    }
}
