namespace Gpu.Workflow.Storyboards;

/// <summary>Which frame shows which time.</summary>
internal static class FrameClock
{
    /// <summary>How many frames an ad has: round(duration x frames a second), halves up.</summary>
    public static int Frames(Storyboard storyboard) => (int)Math.Floor((storyboard.Duration * storyboard.FramesPerSecond) + 0.5);

    /// <summary>The time that a frame shows, in seconds.</summary>
    public static double Time(Storyboard storyboard, int frame) => (double)frame / storyboard.FramesPerSecond;
}
