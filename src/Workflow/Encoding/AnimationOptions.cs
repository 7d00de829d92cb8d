using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>How GIF and animated WebP are made: both are shown small, and grow with every pixel and frame.</summary>
/// <param name="Side">The longer side in pixels, at most; 16 to 1,920. Frames are never enlarged.</param>
/// <param name="FramesPerSecond">Frames a second, at most, 1 to 50: of the ad's frames every second, third, ... is taken, so that motion stays even.</param>
public sealed record AnimationOptions(int Side = AnimationOptions.UsualSide, int FramesPerSecond = AnimationOptions.UsualFramesPerSecond)
{
    /// <summary>The default of <see cref="Side"/>.</summary>
    public const int UsualSide = 480;

    /// <summary>The default of <see cref="FramesPerSecond"/>.</summary>
    public const int UsualFramesPerSecond = 15;

    /// <summary>The least and greatest <see cref="Side"/>.</summary>
    internal const int LeastSide = 16, MostSide = 1920;

    /// <summary>Browsers show frames of under 2/100 s slower than they say.</summary>
    internal const int MostFramesPerSecond = 50;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ConfigurationError">One is outside its range; the message names it.</exception>
    internal void Check()
    {
        if (Side is < LeastSide or > MostSide)
        {
            throw new ConfigurationError($"The longer side of an animation is {Side} pixels; accepted: {LeastSide} to {MostSide}.");
        }

        if (FramesPerSecond is < 1 or > MostFramesPerSecond)
        {
            throw new ConfigurationError($"An animation's {FramesPerSecond} frames a second are outside 1 to {MostFramesPerSecond}.");
        }
    }
}
