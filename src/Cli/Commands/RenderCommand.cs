using System.CommandLine;
using Gpu.Cli.Options;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu render</c>: a storyboard becomes an ad, without any page.</summary>
internal static class RenderCommand
{
    private static readonly Argument<string> Source = new("storyboard") { Description = "The path of a storyboard; pictures in it are paths from there, or addresses. See docs/storyboard.md." };

    public static Command Create()
    {
        var command = new Command("render", "Makes a video ad of a storyboard, without a page.") { Source };
        foreach (var option in (IEnumerable<Option>)[AdOptions.Output, AdOptions.Force, AdOptions.Preset, AdOptions.Crf, .. FormatOptions.All, SoundOptions.VoiceCommand, SoundOptions.VoiceUrl, CommonOptions.Device, CommonOptions.Workers, CommonOptions.AllowPrivate, CommonOptions.IgnoreRobots, CommonOptions.Timeout, .. CacheCliOptions.All, CommonOptions.Json, CommonOptions.Quiet, WatchOptions.Metrics, WatchOptions.Trace])
        {
            command.Add(option);
        }

        command.Does(RunAsync, static parsed => parsed.GetValue(Source) ?? "");
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(Source);
        var board = await AdOptions.ReadStoryboardAsync("The storyboard", file, cancellationToken).ConfigureAwait(false);
        var request = AdOptions.Read(parsed) with { Source = file, Storyboard = board, StoryboardOnly = true, Output = parsed.GetValue(AdOptions.Output) };
        return await MakeCommand.MakeAsync(parsed, request, cancellationToken).ConfigureAwait(false);
    }
}
