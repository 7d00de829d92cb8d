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

    public static Option<H264Encoder?> Encoder { get; } = Values.Choice("--encoder", "What encodes an mp4: the first of the hardware's encoders that is proven to work, or x264; or one by name. See gpu encoders. [default: auto]", new Dictionary<string, H264Encoder>
    {
        ["auto"] = H264Encoder.Auto,
        ["x264"] = H264Encoder.X264,
        ["nvenc"] = H264Encoder.Nvenc,
        ["qsv"] = H264Encoder.Qsv,
        ["vaapi"] = H264Encoder.Vaapi,
        ["amf"] = H264Encoder.Amf,
    });

    public static Option<int?> Films { get; } = Values.Integer("--films", "Films that are rendered and encoded at a time: of several pages, or of several shapes of one. [default: one for each four cores, 2 to 8]", "N", 1, 64);

    public static IEnumerable<Option> All => [Format, Encoder, AnimationSize, AnimationFps];

    /// <summary>The formats that are asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seconds">The ad's length.</param>
    /// <exception cref="UsageError">A format cannot be made as asked.</exception>
    public static IReadOnlyList<AdFormat> Read(ParseResult parsed, double seconds)
    {
        var formats = parsed.GetValue(Format) ?? Defaults.Formats;
        if (seconds > WorkflowLimits.MaxAnimationDuration && formats.Any(AdFormats.IsAnimation))
        {
            throw new UsageError(string.Create(CultureInfo.InvariantCulture, $"--duration is {seconds}; accepted with --format {Names(formats)}: at most {WorkflowLimits.MaxAnimationDuration} seconds. A longer film is one of mp4 or webm."));
        }

        if (parsed.GetValue(Encoder) is { } encoder && !formats.Contains(AdFormat.Mp4))
        {
            throw new UsageError($"--encoder is {encoder.ToString().ToLowerInvariant()}, but --format is {Names(formats)}; accepted with mp4.");
        }

        return formats;
    }

    /// <summary>Size and rate of animations.</summary>
    /// <exception cref="UsageError">They are asked for, but no animation is.</exception>
    public static AnimationOptions Animation(ParseResult parsed, IReadOnlyList<AdFormat> formats)
    {
        foreach (var option in (Option<int?>[])[AnimationSize, AnimationFps])
        {
            if (parsed.GetValue(option) is { } value && !formats.Any(AdFormats.IsAnimation))
            {
                throw new UsageError($"{option.Name} is {value}, but --format is {Names(formats)}; accepted with gif and webp.");
            }
        }

        return new AnimationOptions(parsed.GetValue(AnimationSize) ?? AnimationOptions.UsualSide, parsed.GetValue(AnimationFps) ?? AnimationOptions.UsualFramesPerSecond);
    }

    /// <summary>The formats as they are written on the command line.</summary>
    public static string Names(IReadOnlyList<AdFormat> formats) => string.Join(',', formats.Select(AdFormats.Extension));
}
