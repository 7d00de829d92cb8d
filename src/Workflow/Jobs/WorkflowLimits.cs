using System.Text.RegularExpressions;
using Gpu.Workflow.Encoding;

namespace Gpu.Workflow.Jobs;

/// <summary>Bounds of what may be asked for.</summary>
public static partial class WorkflowLimits
{
    /// <summary>The least width and height in pixels.</summary>
    public const int MinSize = 16;

    /// <summary>The greatest width and height in pixels.</summary>
    public const int MaxSize = 8192;

    /// <summary>The greatest number of frames a second.</summary>
    public const int MaxFramesPerSecond = 240;

    /// <summary>The longest ad in seconds.</summary>
    public const double MaxDuration = 3600;

    /// <summary>The longest GIF or animated WebP in seconds.</summary>
    public const double MaxAnimationDuration = 60;

    /// <summary>x264's greatest constant rate factor.</summary>
    public const int MaxCrf = 51;

    /// <summary>The longest address in characters.</summary>
    public const int MaxUrlLength = 2048;

    /// <summary>x264's presets, the fastest first.</summary>
    public static IReadOnlyList<string> Presets => EncodingOptionsCheck.Presets;

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex WorkflowId();
}
