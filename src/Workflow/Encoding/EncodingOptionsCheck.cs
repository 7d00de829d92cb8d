using Gpu.Runtime;
using Gpu.Workflow.Jobs;

namespace Gpu.Workflow.Encoding;

/// <summary>Checks what somebody asks of the encoder, before a process starts.</summary>
internal static class EncodingOptionsCheck
{
    /// <summary>x264's presets, the fastest first.</summary>
    public static IReadOnlyList<string> Presets { get; } =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow", "placebo"];

    /// <summary>Throws on the first value outside its range.</summary>
    /// <exception cref="ConfigurationError">The message names the value and its bound.</exception>
    public static void Check(EncodingOptions options)
    {
        if (options.Width < 2 || options.Height < 2 || !int.IsEvenInteger(options.Width) || !int.IsEvenInteger(options.Height))
        {
            throw new ConfigurationError($"Frames of {options.Width}x{options.Height} cannot be encoded: both sides are even numbers, 2 or more.");
        }

        if (options.FramesPerSecond is < 1 or > 240)
        {
            throw new ConfigurationError($"{options.FramesPerSecond} frames a second are outside 1 to 240.");
        }

        if (!Presets.Contains(options.Preset))
        {
            throw new ConfigurationError($"Preset \"{options.Preset}\" is none of {string.Join(", ", Presets)}.");
        }

        if (options.Crf is < 0 or > 51)
        {
            throw new ConfigurationError($"Crf {options.Crf} is outside 0 (lossless) to 51.");
        }

        if (options.Format == AdFormat.Y4m)
        {
            throw new ConfigurationError("Y4M is frames as they are: there is nothing to encode.");
        }

        if (options.Crf == 0 && options.Encoder is not (H264Encoder.X264 or H264Encoder.Auto))
        {
            throw new ConfigurationError($"Crf 0 is lossless, which {options.Encoder.Word()} cannot be; accepted with it: 1 to 51, or the encoder x264.");
        }

        options.Animation.Check();
    }

    /// <summary>The bytes of a frame: I420.</summary>
    public static int FrameBytes(this EncodingOptions options) => checked(options.Width * options.Height / 2 * 3);
}
