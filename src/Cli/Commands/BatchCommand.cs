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

    public static Command Create()
    {
        var command = new Command("batch", "Makes a video ad of each of many pages.") { List };
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
        var result = await display.ShowAsync(begin => batch.ExecuteAsync(
            sources,
            folder,
            name,
            template,
            (index, source) => begin($"{index + 1}/{sources.Count} {source}"),
            static item => Tell(item),
            cancellationToken)).ConfigureAwait(false);
        return Report(parsed, result);
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
        var made = result.Items.Count - failed;
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(new BatchOutput(result.Folder, made, failed, result.Items), ReadableJson.Types.BatchOutput);
        }
        else if (!parsed.GetValue(CommonOptions.Quiet))
        {
            foreach (var item in result.Items.Where(static item => item.Output is not null))
            {
                Console.Out.WriteLine(item.Output);
            }

            Console.Out.WriteLine($"{made} made, {failed} failed; see {Path.Combine(result.Folder, "batch.json")}");
        }

        return failed == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
