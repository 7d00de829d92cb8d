using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>Which ffmpeg, and how much of the machine it may use.</summary>
public sealed record FfmpegOptions
{
    /// <summary>The ffmpeg to run: a path, or a name that is looked for in PATH.</summary>
    /// <value>The default is <c>ffmpeg</c>.</value>
    public string Program { get; init; } = "ffmpeg";

    /// <summary>x264's threads, 1 to 64. Its output depends on them, so that they are named and recorded rather than left to it.</summary>
    /// <value>The default is four for each core, 16 at most: they wait for one another, and with fewer a sixth of the cores' time is idle.</value>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount * 4, 1, 16);

    /// <summary>Where it is kept which of the hardware's encoders work; null to try them once in each process.</summary>
    /// <value>null</value>
    public string? ProofFolder { get; init; }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ConfigurationError">One is outside its range; the message names it.</exception>
    internal void Check()
    {
        if (Threads is < 1 or > 64)
        {
            throw new ConfigurationError($"{Threads} encoder threads are outside 1 to 64.");
        }

        if (string.IsNullOrWhiteSpace(Program))
        {
            throw new ConfigurationError("The name of ffmpeg is empty; give a path, or \"ffmpeg\".");
        }
    }
}
