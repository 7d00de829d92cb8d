using System.Globalization;
using Gpu.Runtime;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>Says what is wrong with a request before any work is done for it.</summary>
internal static class WorkflowValidator
{
    /// <exception cref="ConfigurationError">A value is outside its bounds; the message names the setting, its value and the bound.</exception>
    public static void Validate(WorkflowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.WorkflowId is { } id)
        {
            ValidateId(id);
        }

        ValidateSource(request.Source);
        foreach (var size in (IEnumerable<AdSize>)[new AdSize(request.Width, request.Height), .. request.OtherSizes])
        {
            Require(IsSize(size.Width), nameof(request.Width), size.Width, SizeBounds);
            Require(IsSize(size.Height), nameof(request.Height), size.Height, SizeBounds);
        }

        Require(request.FramesPerSecond is >= 1 and <= WorkflowLimits.MaxFramesPerSecond, nameof(request.FramesPerSecond), request.FramesPerSecond, $"1 to {WorkflowLimits.MaxFramesPerSecond}");
        Require(request.Duration is > 0 and <= WorkflowLimits.MaxDuration, nameof(request.Duration), request.Duration, $"over 0, to {WorkflowLimits.MaxDuration} seconds");
        Require(Math.Round(request.Duration * request.FramesPerSecond) >= 1, nameof(request.Duration), request.Duration, $"at least one frame at {request.FramesPerSecond} frames a second");
        Require(request.Crf is >= 0 and <= WorkflowLimits.MaxCrf, nameof(request.Crf), request.Crf, $"0 to {WorkflowLimits.MaxCrf}");
        Require(WorkflowLimits.Presets.Contains(request.Preset), nameof(request.Preset), request.Preset, string.Join(", ", WorkflowLimits.Presets));
        Require(request.Stream is null || request.Output is null, nameof(request.Output), request.Output, "null where the ad goes to a stream");
        AvatarChoice.Check(request.Avatar);
        ValidateFiles(request);
        Require(request.Style is null || StoryStyle.Find(request.Style) is not null, nameof(request.Style), request.Style, StoryStyle.Names);
        Require(!request.StoryboardOnly || request.Storyboard is not null, nameof(request.StoryboardOnly), "true", "false where there is no storyboard");
        request.Edits?.Check();
    }

    private static void ValidateFiles(WorkflowRequest request)
    {
        var formats = string.Join(", ", request.Formats.Select(static f => f.Extension()));
        Require(request.Formats.Count > 0 && request.Formats.Distinct().Count() == request.Formats.Count, nameof(request.Formats), formats, "one or several formats, each once");
        Require(request.Stream is null || (request.Formats is [AdFormat.Y4m] && request.OtherSizes.Count == 0), nameof(request.Formats), formats, "y4m alone, in one size, where the ad goes to a stream");
        Require(request.Sizes.Distinct().Count() == request.Sizes.Count, nameof(request.OtherSizes), string.Join(", ", request.Sizes.Select(static s => $"{s.Width}x{s.Height}")), "each size once");
        Require(request.Storyboard is null || request.OtherSizes.Count == 0, nameof(request.OtherSizes), string.Join(", ", request.OtherSizes.Select(static s => $"{s.Width}x{s.Height}")), "none where a storyboard is given, which is of one size");
        var seconds = request.Storyboard?.Duration ?? request.Duration;
        Require(
            seconds <= WorkflowLimits.MaxAnimationDuration || !request.Formats.Any(static f => f.IsAnimation()),
            nameof(request.Duration),
            seconds,
            $"over 0, to {WorkflowLimits.MaxAnimationDuration} seconds for gif and webp; a longer film is one of mp4 or webm");
        Require(request.Crf > 0 || request.Encoder is H264Encoder.Auto or H264Encoder.X264 || !request.Formats.Contains(AdFormat.Mp4), nameof(request.Crf), request.Crf, $"1 to {WorkflowLimits.MaxCrf} with {request.Encoder.Word()}: lossless is what x264 alone can be");
        request.Animation.Check();
    }

    public static void ValidateId(string id) =>
        Require(WorkflowLimits.WorkflowId().IsMatch(id), "The workflow id", id, "1 to 64 of a-z, A-Z, 0-9, _ and -");

    /// <summary>A host may pass on what strangers send: no files there.</summary>
    public static void ValidateUrl(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        ValidateSource(url);
        Require(
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps),
            "The address",
            url,
            "http:// and https:// addresses; for a file use the overload that takes a request");
    }

    /// <summary>Nor does a stranger choose a file of this machine for a presenter.</summary>
    public static void ValidateAvatarName(string? avatar) =>
        Require(AvatarChoice.IsName(avatar), "The avatar", avatar, $"{AvatarCatalogue.Names}, {AvatarCatalogue.None}; for a picture use the overload that takes a request");

    private const string SizeBounds = "even numbers, 16 to 8192";

    private static bool IsSize(int value) => value is >= WorkflowLimits.MinSize and <= WorkflowLimits.MaxSize && value % 2 == 0;

    private static void ValidateSource(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Require(source.Trim().Length > 0, "The source", source, "an address or a path");
        if (source.Length > WorkflowLimits.MaxUrlLength)
        {
            throw new ConfigurationError($"The source has {source.Length} characters; at most {WorkflowLimits.MaxUrlLength} are accepted.");
        }
    }

    private static void Require(bool holds, string setting, IFormattable? value, string bounds)
    {
        if (!holds)
        {
            throw new ConfigurationError(string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}; accepted: {bounds}."));
        }
    }

    private static void Require(bool holds, string setting, string? value, string bounds)
    {
        if (!holds)
        {
            throw new ConfigurationError($"{setting} is \"{value}\"; accepted: {bounds}.");
        }
    }
}
