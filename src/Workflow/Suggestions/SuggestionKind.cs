namespace Gpu.Workflow.Suggestions;

/// <summary>What a suggestion proposes.</summary>
public enum SuggestionKind
{
    /// <summary>The line that opens the ad.</summary>
    Headline,

    /// <summary>A sentence of the script: what is said.</summary>
    Script,

    /// <summary>What stands on the screen while a sentence of the script is said.</summary>
    Caption,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>The part of a picture that is shown in a frame of another shape.</summary>
    Crop,

    /// <summary>The closing request.</summary>
    CallToAction,

    /// <summary>The mark of whoever advertises.</summary>
    Logo,

    /// <summary>Palette, type and look.</summary>
    Style,

    /// <summary>The mood and tempo of the music.</summary>
    Music,

    /// <summary>A sound at a moment of the ad.</summary>
    SoundEffect,

    /// <summary>How pictures give way to each other.</summary>
    Transition,

    /// <summary>The ad's length.</summary>
    Duration,
}
