namespace Gpu.Workflow.Storyboards;

/// <summary>The frame of a storyboard.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="FramesPerSecond">1 to 240.</param>
/// <param name="Duration">Seconds, over 0.</param>
/// <param name="Seed">Decides what is left to chance: directions of motion.</param>
public sealed record StoryboardOptions(int Width, int Height, int FramesPerSecond, double Duration, int Seed)
{
    /// <summary>What it is to sound like; null for silence.</summary>
    public SoundWishes? Sound { get; init; }

    /// <summary>The style, one of those that <c>gpu styles</c> lists; null for what goes with the page.</summary>
    public string? Style { get; init; }

    /// <summary>How what is said is seen.</summary>
    public CaptionMode Captions { get; init; }

    /// <summary>Who presents it; null for nobody.</summary>
    public AvatarPlan? Avatar { get; init; }
}
