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
        request = await AdOptions.WithFilesAsync(request, parsed, cancellationToken).ConfigureAwait(false);
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
        if (request.Format != AdFormat.Y4m)
        {
            throw new UsageError("--output is \"-\", standard output, which takes --format y4m only: an MP4 needs a file.");
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
            Console.Error.WriteLine($"Warning: {Terminal.Safe(warning)}");
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
            var seconds = output.Seconds.GetValueOrDefault("total");
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{output.Output}: {output.Duration:0.##} s, {output.Width}x{output.Height}, {output.Frames} frames at {output.FramesPerSecond} a second; {(result.Manifest.Cache is { Film: true } ? "from the cache" : "made")} in {seconds:0.0##} s{(result.Manifest.Cache is { Film: true } ? "" : $" on {string.Join(", ", output.Devices)}")}"));
        }
    }
}
