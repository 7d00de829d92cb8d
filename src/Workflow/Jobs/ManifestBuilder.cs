using System.Reflection;
using System.Runtime.InteropServices;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>Puts together what a run has to say of itself.</summary>
internal static class ManifestBuilder
{
    private static readonly string Version =
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
        DateTimeOffset now) => new()
        {
            CreatedAt = now,
            Source = request.Source,
            Url = content.Url,
            Title = storyboard.Title,
            Frames = new ManifestFrames(writer.Summary.Frames, storyboard.Width, storyboard.Height, storyboard.FramesPerSecond, "I420, BT.709, limited range", writer.Summary.Sha256),
            Options = new ManifestOptions(
                request.Format,
                storyboard.Width,
                storyboard.Height,
                storyboard.FramesPerSecond,
                storyboard.Duration,
                request.Seed,
                request.Preset,
                request.Crf,
                options.Device.ToString().ToLowerInvariant(),
                options.Workers,
                options.AllowPrivateAddresses,
                request.Storyboard is not null,
                state.UserEdits,
                request.Avatar),
            Pictures = pictures.Pictures,
            Sound = writer.Sound is { } sound
                ? new ManifestSound(storyboard.Sound?.Voice?.Name, sound.Lines.Count, storyboard.Sound?.Music is { } music ? music.File ?? music.Mood : null, Level(sound.Levels.Loudness), Level(sound.Levels.TruePeak))
                : null,
            Seconds = seconds,
            Devices = writer.Summary.Devices,
            Versions = new ManifestVersions(Version, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, writer.Encoding?.Program, writer.Encoding?.Threads),
            Files = writer.Files,
            Warnings = [.. pictures.Warnings, .. writer.Warnings],
        };
}
