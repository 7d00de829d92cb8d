using System.Globalization;
using Gpu.Workflow.Jobs;

namespace Gpu.Cli.Options;

/// <summary>A size in pixels, as <c>--size</c> and <c>--aspect</c> give it.</summary>
internal readonly record struct FrameSize(int Width, int Height)
{
    public const string Accepted = "WxH of even numbers from 16 to 8192, such as 1280x720";

    /// <summary>The size of each aspect.</summary>
    public static IReadOnlyDictionary<string, FrameSize> Aspects { get; } = new Dictionary<string, FrameSize>
    {
        ["16:9"] = new(1920, 1080),
        ["9:16"] = new(1080, 1920),
        ["1:1"] = new(1080, 1080),
        ["4:5"] = new(1080, 1350),
        ["4:3"] = new(1440, 1080),
        ["21:9"] = new(2520, 1080),
    };

    public static bool TryRead(string text, out FrameSize size)
    {
        size = default;
        var parts = text.Split('x', 'X');
        if (parts.Length != 2 || !TryPixels(parts[0], out var width) || !TryPixels(parts[1], out var height))
        {
            return false;
        }

        size = new FrameSize(width, height);
        return true;
    }

    /// <summary>Whether both have the same shape, a pixel's rounding aside.</summary>
    public bool Agrees(FrameSize other) =>
        Math.Abs(((double)Width * other.Height / other.Width) - Height) <= 2;

    public override string ToString() => $"{Width}x{Height}";

    private static bool TryPixels(string text, out int pixels) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out pixels)
        && pixels is >= WorkflowLimits.MinSize and <= WorkflowLimits.MaxSize && pixels % 2 == 0;
}
