using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Display;
using Gpu.Cli.Options;
using Gpu.Cli.Watching;
using Gpu.Workflow.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Win32.SafeHandles;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu make</c>: a page becomes an ad.</summary>
internal static class MakeCommand
{
    private const int StandardOutputHandle = 1;

    private static readonly Argument<string> Source = new("page") { Description = "An http(s) address, or the path of an HTML file." };

    public static Command Create()
    {
        var command = new Command("make", "Makes a video ad of a page.")
        {
            Source,
            FormatOptions.Films,
        };
        foreach (var option in (IEnumerable<Option>)[.. AdOptions.All, AdOptions.StoryboardFile, CommonOptions.Device, CommonOptions.Workers, CommonOptions.AllowPrivate, CommonOptions.IgnoreRobots, CommonOptions.Timeout, .. CacheCliOptions.All, CommonOptions.Json, CommonOptions.Quiet, WatchOptions.Metrics, WatchOptions.Trace])
        {
            command.Add(option);
        }

        command.Does(RunAsync, static parsed => parsed.GetValue(Source) ?? "");
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = AdOptions.Read(parsed) with { Source = parsed.GetRequiredValue(Source), Output = parsed.GetValue(AdOptions.Output) };
        return await MakeAsync(parsed, await AdOptions.WithFilesAsync(request, parsed, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes an ad and says so.</summary>
    public static async Task<int> MakeAsync(ParseResult parsed, WorkflowRequest request, CancellationToken cancellationToken)
    {
        await using var stream = request.Output == AdOptions.StandardOutput ? OpenStandardOutput(parsed, request) : null;
        request = stream is null ? request : request with { Output = null, Stream = stream };

        await using var services = Services.Create(parsed);
        await Watched.StartAsync(parsed, services, cancellationToken).ConfigureAwait(false);
        var engine = services.GetRequiredService<WorkflowEngine>();
        var display = RunDisplay.For(parsed.GetValue(CommonOptions.Quiet), TimeProvider.System);
        var result = await display.ShowAsync(begin => engine.ExecuteAsync(request, begin(""), cancellationToken)).ConfigureAwait(false);
        Report(parsed, result);
        return ExitCode.Ok;
    }

    private static FileStream OpenStandardOutput(ParseResult parsed, WorkflowRequest request)
    {
        if (request.Formats is not [AdFormat.Y4m])
        {
            throw new UsageError("--output is \"-\", standard output, which takes --format y4m only: the others need a file.");
        }

        if (request.OtherSizes.Count > 0)
        {
            throw new UsageError("--output is \"-\", standard output, which takes one ad, but --aspect or --size asks for several.");
        }

        return parsed.GetValue(CommonOptions.Json)
            ? throw new UsageError("--output is \"-\", so the frames go to standard output: --json cannot write there too. Leave one of them out.")
            // The console's own stream goes on without a word when its reader has gone; a file's says so.
            : new FileStream(new SafeFileHandle(StandardOutputHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    }

    private static void Report(ParseResult parsed, WorkflowResult result)
    {
        var quiet = parsed.GetValue(CommonOptions.Quiet);
        foreach (var warning in quiet ? [] : result.Manifest.Warnings)
        {
            Runner.Warn(warning);
        }

        if (result.Folder is null)
        {
            return;
        }

        var output = AdOutput.Of(result);
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(output, ReadableJson.Types.AdOutput);
        }
        else if (!quiet)
        {
            var film = result.Manifest.Cache is { Film: true };
            foreach (var ad in output.Ads)
            {
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(", ", ad.Outputs)}: {(double)ad.Frames / ad.FramesPerSecond:0.##} s, {ad.Width}x{ad.Height}, {ad.Frames} frames at {ad.FramesPerSecond} a second; {(film ? "from the cache" : "made")} in {output.Seconds.GetValueOrDefault("total"):0.0##} s{(film ? "" : $" on {string.Join(", ", output.Devices)}")}"));
            }
        }
    }
}
