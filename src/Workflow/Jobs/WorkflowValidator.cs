using System.Globalization;
using Gpu.Runtime;

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
        Require(IsSize(request.Width), nameof(request.Width), request.Width, SizeBounds);
        Require(IsSize(request.Height), nameof(request.Height), request.Height, SizeBounds);
        Require(request.FramesPerSecond is >= 1 and <= WorkflowLimits.MaxFramesPerSecond, nameof(request.FramesPerSecond), request.FramesPerSecond, $"1 to {WorkflowLimits.MaxFramesPerSecond}");
        Require(request.Duration is > 0 and <= WorkflowLimits.MaxDuration, nameof(request.Duration), request.Duration, $"over 0, to {WorkflowLimits.MaxDuration} seconds");
        Require(Math.Round(request.Duration * request.FramesPerSecond) >= 1, nameof(request.Duration), request.Duration, $"at least one frame at {request.FramesPerSecond} frames a second");
        Require(request.Crf is >= 0 and <= WorkflowLimits.MaxCrf, nameof(request.Crf), request.Crf, $"0 to {WorkflowLimits.MaxCrf}");
        Require(WorkflowLimits.Presets.Contains(request.Preset), nameof(request.Preset), request.Preset, string.Join(", ", WorkflowLimits.Presets));
        Require(request.Stream is null || request.Output is null, nameof(request.Output), request.Output, "null where the ad goes to a stream");
        request.Edits?.Check();
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
