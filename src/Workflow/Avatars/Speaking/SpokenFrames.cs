namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>Which frames a time of speech touches.</summary>
internal static class SpokenFrames
{
    /// <summary>From the frame in which it begins to the first that it does not reach, within the ad.</summary>
    /// <param name="start">Seconds.</param>
    /// <param name="end">Seconds.</param>
    /// <param name="frames">How many frames the ad has.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    public static (int First, int End) Of(double start, double end, int frames, int framesPerSecond)
    {
        var first = Math.Clamp((int)(start * framesPerSecond), 0, frames);
        return (first, Math.Clamp((int)Math.Ceiling(end * framesPerSecond), first, frames));
    }
}
