using System.Reflection;
using System.Runtime.InteropServices;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>Puts together what a run has to say of itself.</summary>
internal static class ManifestBuilder
{
    /// <summary>The version of this library.</summary>
    public static readonly string Version =
        typeof(ManifestBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    // JSON has no infinity, which is what silence has.
    private static double? Level(double value) => double.IsFinite(value) ? Math.Round(value, 2) : null;

    public static AdManifest Build(
        WorkflowRequest request,
        WorkflowState state,
        WorkflowOptions options,
        PageContent content,
        Storyboard storyboard,
        PictureSet pictures,
        AdWriter writer,
        IReadOnlyDictionary<string, double> seconds,
        DateTimeOffset now)
    {
        var encoding = writer.Encodings.Values.FirstOrDefault();
        var x264 = writer.Encodings.Values.FirstOrDefault(static e => e.Codec == "libx264");
        return new()
        {
            CreatedAt = now,
            Source = request.Source,
            Url = content.Url,
            Title = storyboard.Title,
            Frames = new ManifestFrames(writer.Summary.Frames, storyboard.Width, storyboard.Height, storyboard.FramesPerSecond, "I420, BT.709, limited range", writer.Summary.Sha256),
            Options = Options(request, options, request.FitDuration ? null : storyboard.Duration, state.UserEdits),
            Pictures = pictures.Pictures,
            Sound = writer.Sound is { } sound
                ? new ManifestSound(storyboard.Sound?.Voice?.Name, sound.Lines.Count, storyboard.Sound?.Music is { } music ? music.File ?? music.Mood : null, Level(sound.Levels.Loudness), Level(sound.Levels.TruePeak))
                : null,
            Seconds = seconds,
            Devices = writer.Summary.Devices,
            Versions = new ManifestVersions(Version, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, encoding?.Program, x264?.Threads),
            Files = writer.Files,
            Warnings = [.. pictures.Warnings, .. writer.Warnings],
        };
    }

    /// <summary>The options of a run, by which a later one can tell whether it would make the same.</summary>
    public static ManifestOptions Options(WorkflowRequest request, WorkflowOptions options, double? duration, IReadOnlyList<SuggestionEdit> edits) => new(
        request.Formats,
        request.Sizes[0].Width,
        request.Sizes[0].Height,
        request.Storyboard?.FramesPerSecond ?? request.FramesPerSecond,
        duration,
        request.Seed,
        request.Preset,
        request.Crf,
        options.Device.ToString().ToLowerInvariant(),
        options.Workers,
        options.AllowPrivateAddresses,
        request.Storyboard is not null,
        edits,
        request.Avatar ?? request.Storyboard?.Avatar?.Name ?? request.Storyboard?.Avatar?.Picture,
        request.Sound,
        request.Formats.Any(static f => f.IsAnimation()) ? request.Animation : null,
        request.Encoder);

    /// <summary>One manifest for an ad in all its sizes, with files under the names that they have beside it.</summary>
    /// <param name="ads">The manifest of each size and its names, in their order.</param>
    public static AdManifest Together(IReadOnlyList<(AdManifest Manifest, AdFiles Names)> ads) => ads[0].Manifest with
    {
        Files = ads.SelectMany(static ad => ad.Manifest.Files.Select(file => (Name: ad.Names.Name(file.Key), file.Value))).ToDictionary(static f => f.Name, static f => f.Value),
        Devices = [.. ads.SelectMany(static ad => ad.Manifest.Devices).Distinct().Order(StringComparer.Ordinal)],
        Warnings = [.. ads.SelectMany(static ad => ad.Manifest.Warnings).Distinct()],
        Ads = [.. ads.Select(static ad => new ManifestAd(
            new AdSize(ad.Manifest.Frames.Width, ad.Manifest.Frames.Height).Shape,
            ad.Manifest.Frames,
            [.. ad.Manifest.Options.Formats.Select(format => ad.Names.Name(AdFiles.Ad(format)))],
            ad.Names.Name(AdFiles.Thumbnail),
            ad.Names.Name(AdFiles.Storyboard)))],
    };
}
