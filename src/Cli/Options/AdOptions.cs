using System.CommandLine;
using System.Globalization;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Cli.Options;

/// <summary>The options that describe an ad: those of <c>make</c> and <c>batch</c>.</summary>
internal static class AdOptions
{
    /// <summary>The name of standard output, as the value of <c>-o</c>.</summary>
    public const string StandardOutput = "-";

    private static readonly WorkflowRequest Defaults = new() { Source = "" };

    public static Option<string?> Output { get; } = Values.Option("--output", "Where to write. [default: a new folder in out]", "FOLDER", "the path of a folder", (string text, out string? value) =>
    {
        value = text;
        return text.Trim().Length > 0 && !text.Contains('\0');
    }, "-o");

    public static Option<bool> Force { get; } = new("--force") { Description = "Replace results that are there already." };

    public static Option<IReadOnlyList<FrameSize>?> Aspect { get; } = Values.Choices("--aspect", "The frame's shape; several make the ad in each of them. [default: 16:9]", FrameSize.Aspects);

    public static Option<IReadOnlyList<FrameSize>?> Size { get; } = Values.List<FrameSize>("--size", "The frame's size; several make the ad in each of them. [default: that of --aspect, 1080 pixels on the shorter side]", "WxH", FrameSize.Accepted, FrameSize.TryRead);

    public static Option<double?> Duration { get; } = Values.Seconds("--duration", "The ad's length. [default: what is suggested of the page, 6 to 60]", WorkflowLimits.MaxDuration);

    public static Option<int?> Fps { get; } = Values.Integer("--fps", "Frames a second. [default: 30]", "N", 1, WorkflowLimits.MaxFramesPerSecond);

    public static Option<string?> Preset { get; } = Values.Option("--preset", "x264's preset. [default: veryfast]", "NAME", string.Join(", ", WorkflowLimits.Presets), (string text, out string? value) =>
    {
        value = text;
        return WorkflowLimits.Presets.Contains(text);
    });

    public static Option<int?> Crf { get; } = Values.Integer("--crf", "x264's constant rate factor: 0 is lossless, 51 the worst. [default: 20]", "N", 0, WorkflowLimits.MaxCrf);

    public static Option<int?> Seed { get; } = Values.Integer("--seed", "Decides what is left to chance. [default: 0]", "N", int.MinValue, int.MaxValue);

    public static Option<string?> StoryboardFile { get; } = new("--storyboard") { HelpName = "FILE", Description = "Follow this storyboard, such as an edited storyboard.json, in place of planning one." };

    public static Option<string?> Edits { get; } = new("--edits") { HelpName = "FILE", Description = "A JSON file that pins, drops, rewrites or reweights suggestions; see docs/suggestions.md." };

    /// <summary>All but those of one page only.</summary>
    public static IEnumerable<Option> All =>
        [Output, Force, Aspect, Size, Duration, Fps, Preset, Crf, .. FormatOptions.All, Seed, Edits, AvatarOptions.Avatar, .. LookOptions.All, .. SoundOptions.All];

    /// <summary>What the options ask for; the source is still empty.</summary>
    /// <exception cref="UsageError">Options do not agree with each other.</exception>
    public static WorkflowRequest Read(ParseResult parsed)
    {
        var sizes = SizesOf(parsed);
        var formats = FormatOptions.Read(parsed, parsed.GetValue(Duration) ?? Defaults.Duration);
        var fps = parsed.GetValue(Fps) ?? Defaults.FramesPerSecond;
        var duration = parsed.GetValue(Duration) ?? Defaults.Duration;
        if (Math.Round(duration * fps) < 1)
        {
            throw new UsageError(string.Create(CultureInfo.InvariantCulture, $"--duration is {duration}; accepted: at least one frame, which takes {1.0 / fps:0.####} seconds at --fps {fps}."));
        }

        return Defaults with
        {
            Force = parsed.GetValue(Force),
            Formats = formats,
            Encoder = parsed.GetValue(FormatOptions.Encoder) ?? Defaults.Encoder,
            Animation = FormatOptions.Animation(parsed, formats),
            Width = sizes[0].Width,
            Height = sizes[0].Height,
            OtherSizes = [.. sizes.Skip(1).Select(static size => new AdSize(size.Width, size.Height))],
            FramesPerSecond = fps,
            Duration = duration,
            FitDuration = parsed.GetValue(Duration) is null,
            Seed = parsed.GetValue(Seed) ?? Defaults.Seed,
            Preset = parsed.GetValue(Preset) ?? Defaults.Preset,
            Crf = parsed.GetValue(Crf) ?? Defaults.Crf,
            Avatar = parsed.GetValue(AvatarOptions.Avatar),
            Style = parsed.GetValue(LookOptions.Style),
            Captions = parsed.GetValue(LookOptions.Captions) ?? Defaults.Captions,
            Sound = SoundOptions.Read(parsed, formats),
        };
    }

    /// <summary>Adds the files that <c>make</c> takes.</summary>
    public static async Task<WorkflowRequest> WithFilesAsync(WorkflowRequest request, ParseResult parsed, CancellationToken cancellationToken)
    {
        request = request with { Edits = await ReadEditsAsync(parsed, [request.Source], cancellationToken).ConfigureAwait(false) };
        if (parsed.GetValue(StoryboardFile) is not { } file)
        {
            return request;
        }

        var board = await ReadStoryboardAsync("--storyboard", file, cancellationToken).ConfigureAwait(false);
        foreach (var size in parsed.GetValue(Size) ?? [])
        {
            Agree<FrameSize>(size, Size.Name, file, new FrameSize(board.Width, board.Height));
        }

        if (request.OtherSizes.Count > 0)
        {
            throw new UsageError($"--aspect asks for several shapes, but the storyboard {file} is of one. Leave the option out.");
        }

        Agree(parsed, Fps, file, board.FramesPerSecond);
        Agree(parsed, Duration, file, board.Duration);
        return request with { Storyboard = board, FitDuration = false };
    }

    /// <summary>Reads a storyboard.</summary>
    /// <param name="name">What names the file, for the error.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="UsageError">The file cannot be used.</exception>
    public static async Task<Storyboard> ReadStoryboardAsync(string name, string file, CancellationToken cancellationToken)
    {
        try
        {
            return StoryboardJson.Read(await ReadTextAsync(name, file, cancellationToken).ConfigureAwait(false));
        }
        catch (StoryboardError e)
        {
            throw new UsageError($"{name} is \"{file}\", which cannot be used. {e.Message}", e);
        }
    }

    private static IReadOnlyList<FrameSize> SizesOf(ParseResult parsed)
    {
        var aspects = parsed.GetValue(Aspect);
        if (parsed.GetValue(Size) is not { } sizes)
        {
            return aspects ?? [new FrameSize(Defaults.Width, Defaults.Height)];
        }

        return aspects is null || (aspects.Count == sizes.Count && aspects.Zip(sizes).All(static pair => pair.Second.Agrees(pair.First)))
            ? sizes
            : throw new UsageError($"--size is {string.Join(',', sizes)}, which is not of the shape that --aspect asks for (such as {string.Join(',', aspects)}). Leave one of them out.");
    }

    private static void Agree<T>(ParseResult parsed, Option<T?> option, string file, T value)
        where T : struct => Agree(parsed.GetValue(option), option.Name, file, value);

    private static void Agree<T>(T? asked, string option, string file, T value)
        where T : struct
    {
        if (asked is { } given && !EqualityComparer<T>.Default.Equals(given, value))
        {
            throw new UsageError(string.Create(CultureInfo.InvariantCulture, $"{option} is {given}, but the storyboard {file} says {value}. Leave the option out, or change the storyboard."));
        }
    }

    /// <summary>The file of <c>--edits</c>; null without it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="sources">The pages of the command: an edit for another page is a mistake.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="UsageError">The file cannot be used.</exception>
    public static async Task<SuggestionEdits?> ReadEditsAsync(ParseResult parsed, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Edits) is not { } file)
        {
            return null;
        }

        var json = await ReadTextAsync("--edits", file, cancellationToken).ConfigureAwait(false);
        try
        {
            var edits = SuggestionEdits.Read(json);
            for (var i = 0; i < edits.Edits.Count; i++)
            {
                if (edits.Edits[i].Page is { } page && !sources.Contains(page))
                {
                    throw new EditError($"$.edits[{i}].page", $"\"{page}\" is none of the pages, which are {string.Join(", ", sources.Take(10))}.");
                }
            }

            return edits;
        }
        catch (EditError e)
        {
            throw new UsageError($"--edits is \"{file}\", which cannot be used. {e.Message}", e);
        }
    }

    private static async Task<string> ReadTextAsync(string option, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageError($"{option} is \"{file}\", which cannot be read: {e.Message}", e);
        }
    }
}
