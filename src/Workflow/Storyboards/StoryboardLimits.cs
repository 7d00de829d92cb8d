namespace Gpu.Workflow.Storyboards;

/// <summary>The bounds of a storyboard's values.</summary>
internal static class StoryboardLimits
{
    public const int MinSize = 16;
    public const int MaxSize = 8192;
    public const int MaxFramesPerSecond = 240;
    public const double MaxDuration = 3600;
    public const int MaxShots = 10_000;
    public const int MaxCaptions = 10_000;
    public const int MaxOverlays = 500;
    public const int MaxCaptionLength = 2_000;

    /// <summary>Times that differ by less are the same: what is left of a second written with three digits.</summary>
    public const double TimeTolerance = 0.002;
}
