namespace Gpu.Cli.Display;

/// <summary>How fast frames come and how long the rest will take.</summary>
internal sealed class FrameRate(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Frames a second since the start.</summary>
    public double PerSecond(int frames) => frames / Math.Max(1e-3, time.GetElapsedTime(_started).TotalSeconds);

    /// <summary>Seconds until all are done, at the same speed.</summary>
    public double Left(int frames, int total) => frames == 0 ? 0 : (total - frames) / PerSecond(frames);
}
