using System.CommandLine;
using Gpu.Cli.Display;
using Gpu.Cli.Options;
using Gpu.Cli.Watching;
using Gpu.Workflow.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu batch</c>: many pages become ads.</summary>
internal static class BatchCommand
{
    private static readonly Argument<string> List = new("list") { Description = "A text file with an address or path a line, or a folder with HTML files." };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with a batch that was interrupted: keep the ads that are whole and would be made the same, and make the others." };

    public static Command Create()
    {
        var command = new Command("batch", "Makes a video ad of each of many pages.") { List, Resume, FormatOptions.Films };
        foreach (var option in (IEnumerable<Option>)[.. AdOptions.All, CommonOptions.Device, CommonOptions.Workers, CommonOptions.AllowPrivate, CommonOptions.IgnoreRobots, CommonOptions.Timeout, .. CacheCliOptions.All, CommonOptions.Json, CommonOptions.Quiet, WatchOptions.Metrics, WatchOptions.Trace])
        {
            command.Add(option);
        }

        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var template = AdOptions.Read(parsed);
        var (list, folder) = (parsed.GetRequiredValue(List), parsed.GetValue(AdOptions.Output));
        if (template.Force && parsed.GetValue(Resume))
        {
            throw new UsageError("--resume keeps what is finished, and --force makes it again. Leave one of them out.");
        }

        if (folder == AdOptions.StandardOutput)
        {
            throw new UsageError("--output is \"-\", standard output, which takes one ad: a batch needs a folder.");
        }

        var sources = await BatchSources.ReadAsync(list, cancellationToken).ConfigureAwait(false);
        template = template with { Edits = await AdOptions.ReadEditsAsync(parsed, sources, cancellationToken).ConfigureAwait(false) };
        await using var services = Services.Create(parsed);
        await Watched.StartAsync(parsed, services, cancellationToken).ConfigureAwait(false);
        var batch = services.GetRequiredService<WorkflowBatch>();
        var display = RunDisplay.For(parsed.GetValue(CommonOptions.Quiet), TimeProvider.System);
        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(list)));
        var request = new BatchRequest { Sources = sources, Folder = folder, Name = name, Template = template, Resume = parsed.GetValue(Resume) };
        var done = 0;
        try
        {
            var result = await display.ShowAsync(begin => batch.ExecuteAsync(
                request,
                (index, source) => begin($"{index + 1}/{sources.Count} {source}"),
                item =>
                {
                    done += item.Output is null ? 0 : 1;
                    Tell(item);
                },
                cancellationToken)).ConfigureAwait(false);
            return Report(parsed, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Runner.Complain($"{done} of {sources.Count} ads are there; go on with the same command and --resume.");
            throw;
        }
    }

    private static void Tell(BatchItem item)
    {
        if (item.Error is { } error)
        {
            Runner.Complain($"{item.Source}: {error}");
        }
    }

    private static int Report(ParseResult parsed, BatchResult result)
    {
        var failed = result.Items.Count(static item => item.Error is not null);
        var kept = result.Items.Count(static item => item.Kept);
        var made = result.Items.Count - failed - kept;
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(new BatchOutput(result.Folder, made, kept, failed, result.Items), ReadableJson.Types.BatchOutput);
        }
        else if (!parsed.GetValue(CommonOptions.Quiet))
        {
            foreach (var item in result.Items.Where(static item => item.Output is not null))
            {
                Console.Out.WriteLine(item.Output);
            }

            Console.Out.WriteLine($"{made} made, {(kept > 0 ? $"{kept} kept, " : "")}{failed} failed; see {Path.Combine(result.Folder, "batch.json")}");
        }

        return failed == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
