namespace Gpu.Workflow.Storyboards;

/// <summary>What stands behind words over pictures, so that they can be read over any.</summary>
public enum CaptionShape
{
    /// <summary>A rounded panel that lets a little of the picture through.</summary>
    Panel,

    /// <summary>A band across the frame.</summary>
    Bar,

    /// <summary>Large words with an outline in the ground's colour, and nothing else.</summary>
    Outline,

    /// <summary>A plain panel with a fine line above the words.</summary>
    Underline,

    /// <summary>A card in the ground's colour with a stripe where lines begin.</summary>
    Card,

    /// <summary>A shade that fades out above the words, as wide as the frame.</summary>
    Shade,

    /// <summary>A strip of the accent's colour behind each line.</summary>
    Marker,

    /// <summary>A square panel with corners like a viewfinder's.</summary>
    Frame,
}
