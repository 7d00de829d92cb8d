namespace Gpu.Workflow.Extraction;

/// <summary>A picture that a page refers to.</summary>
public sealed record PageImage
{
    /// <summary>Its address; <c>file:</c> for local files.</summary>
    public required Uri Url { get; init; }

    /// <summary>The alternative text; empty where there is none.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Width in pixels as far as known before download; else null.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels as far as known before download; else null.</summary>
    public int? Height { get; init; }
}
