using System.CommandLine;
using System.Globalization;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Jobs;

namespace Gpu.Cli.Options;

/// <summary>The options that say which files are written.</summary>
internal static class FormatOptions
{
    private static readonly WorkflowRequest Defaults = new() { Source = "" };

    /// <summary>The words of <c>--format</c>.</summary>
    public static IReadOnlyDictionary<string, AdFormat> Words { get; } = new Dictionary<string, AdFormat>
    {
        ["mp4"] = AdFormat.Mp4,
        ["webm"] = AdFormat.Webm,
        ["gif"] = AdFormat.Gif,
        ["webp"] = AdFormat.Webp,
        ["y4m"] = AdFormat.Y4m,
    };

    public static Option<IReadOnlyList<AdFormat>?> Format { get; } = Values.Choices("--format", "mp4 (H.264, AAC), webm (VP9, Opus), gif or webp (animations, small and silent), y4m (the uncompressed frames). [default: mp4]", Words);

    public static Option<int?> AnimationSize { get; } = Values.Integer("--animation-size", $"The longer side of gif and webp in pixels, at most. [default: {AnimationOptions.UsualSide}]", "N", 16, 1920);

    public static Option<int?> AnimationFps { get; } = Values.Integer("--animation-fps", $"Frames a second of gif and webp, at most. [default: {AnimationOptions.UsualFramesPerSecond}]", "N", 1, 50);

    public static IEnumerable<Option> All => [Format, AnimationSize, AnimationFps];

    /// <summary>The formats that are asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seconds">The ad's length.</param>
    /// <exception cref="UsageError">A format cannot be made as asked.</exception>
    public static IReadOnlyList<AdFormat> Read(ParseResult parsed, double seconds)
    {
        var formats = parsed.GetValue(Format) ?? Defaults.Formats;
        if (seconds > WorkflowLimits.MaxAnimationDuration && formats.Any(IsAnimation))
        {
            throw new UsageError(string.Create(CultureInfo.InvariantCulture, $"--duration is {seconds}; accepted with --format {Names(formats)}: at most {WorkflowLimits.MaxAnimationDuration} seconds. A longer film is one of mp4 or webm."));
        }

        return formats;
    }

    /// <summary>Size and rate of animations.</summary>
    /// <exception cref="UsageError">They are asked for, but no animation is.</exception>
    public static AnimationOptions Animation(ParseResult parsed, IReadOnlyList<AdFormat> formats)
    {
        foreach (var option in (Option<int?>[])[AnimationSize, AnimationFps])
        {
            if (parsed.GetValue(option) is { } value && !formats.Any(IsAnimation))
            {
                throw new UsageError($"{option.Name} is {value}, but --format is {Names(formats)}; accepted with gif and webp.");
            }
        }

        return new AnimationOptions(parsed.GetValue(AnimationSize) ?? AnimationOptions.UsualSide, parsed.GetValue(AnimationFps) ?? AnimationOptions.UsualFramesPerSecond);
    }

    /// <summary>Whether files of a format can be heard.</summary>
    public static bool HasSound(AdFormat format) => format is AdFormat.Mp4 or AdFormat.Webm;

    /// <summary>The formats as they are written on the command line.</summary>
    public static string Names(IReadOnlyList<AdFormat> formats) => string.Join(',', formats.Select(static f => Words.First(word => word.Value == f).Key));

    private static bool IsAnimation(AdFormat format) => format is AdFormat.Gif or AdFormat.Webp;
}
