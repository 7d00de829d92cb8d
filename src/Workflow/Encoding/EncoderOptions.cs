using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>How H.264 is made.</summary>
public sealed record EncoderOptions
{
    /// <summary>x264's presets, the fastest first.</summary>
    public static IReadOnlyList<string> Presets { get; } =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow", "placebo"];

    /// <summary>x264's preset: how long it may look for ways to say the same in less.</summary>
    /// <value>The default is <c>medium</c>.</value>
    public string Preset { get; init; } = "medium";

    /// <summary>x264's constant rate factor, 0 (lossless) to 51.</summary>
    /// <value>The default is 20.</value>
    public int Crf { get; init; } = 20;

    /// <summary>x264's threads, 1 to 64. Its output depends on them, so that they are named and recorded rather than left to it.</summary>
    /// <value>The default is one and a half for each core, 16 at most.</value>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount * 3 / 2, 1, 16);

    /// <summary>The ffmpeg to run: a path, or a name that is looked for in PATH.</summary>
    /// <value>The default is <c>ffmpeg</c>.</value>
    public string Ffmpeg { get; init; } = "ffmpeg";

    /// <summary>Checks the values.</summary>
    /// <exception cref="ConfigurationError">One is outside its range; the message names it.</exception>
    public void Check()
    {
        if (!Presets.Contains(Preset))
        {
            throw new ConfigurationError($"Preset \"{Preset}\" is none of {string.Join(", ", Presets)}.");
        }

        if (Crf is < 0 or > 51)
        {
            throw new ConfigurationError($"Crf {Crf} is outside 0 (lossless) to 51.");
        }

        if (Threads is < 1 or > 64)
        {
            throw new ConfigurationError($"{Threads} encoder threads are outside 1 to 64.");
        }

        if (string.IsNullOrWhiteSpace(Ffmpeg))
        {
            throw new ConfigurationError("The name of ffmpeg is empty; give a path, or \"ffmpeg\".");
        }
    }
}
