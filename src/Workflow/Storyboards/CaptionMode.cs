namespace Gpu.Workflow.Storyboards;

/// <summary>How what is said is seen.</summary>
public enum CaptionMode
{
    /// <summary>Line by line.</summary>
    Lines,

    /// <summary>Line by line, and the word that is said stands out.</summary>
    Words,

    /// <summary>Not at all; headlines, prices and requests are.</summary>
    None,
}
