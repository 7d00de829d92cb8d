using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Options;
using Gpu.Runtime.Caching;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu cache</c>: what is kept of earlier runs.</summary>
internal static class CacheCommand
{
    private const double Mebibyte = 1 << 20;

    public static Command Create() => new("cache", "Shows, checks or forgets what is kept of earlier runs.")
    {
        Of("stats", "Shows what is kept, and how much of it.", static (cache, cancellationToken) => ContentsAsync(cache, false, cancellationToken)),
        Of("verify", "Reads all that is kept, and takes away what is damaged.", static (cache, cancellationToken) => ContentsAsync(cache, true, cancellationToken)),
        Of("clear", "Forgets all that is kept of this program, and nothing of others.", ClearAsync),
    };

    private static Command Of(string name, string description, Func<ResultCache, CancellationToken, Task<CacheOutput>> work)
    {
        var command = new Command(name, description);
        foreach (var option in (IEnumerable<Option>)[.. CacheCliOptions.Place, CommonOptions.Json])
        {
            command.Add(option);
        }

        command.Does(async (parsed, cancellationToken) =>
        {
            await using var cache = new ResultCache(CacheCliOptions.Read(parsed));
            var output = await work(cache, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(CommonOptions.Json))
            {
                Runner.WriteJson(output, ReadableJson.Types.CacheOutput);
            }
            else
            {
                Print(output);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<CacheOutput> ContentsAsync(ResultCache cache, bool check, CancellationToken cancellationToken)
    {
        var contents = await cache.InspectAsync(check, cancellationToken).ConfigureAwait(false);
        return new CacheOutput(contents.Store, contents.Values, contents.Bytes, check ? contents.Damaged ?? 0 : null, null, contents.Operations);
    }

    private static async Task<CacheOutput> ClearAsync(ResultCache cache, CancellationToken cancellationToken)
    {
        var cleared = await cache.ClearAsync(cancellationToken).ConfigureAwait(false);
        return new CacheOutput(cache.GetStatistics().Store, 0, 0, null, cleared, []);
    }

    private static void Print(CacheOutput output)
    {
        if (output.Cleared is { } cleared)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cleared} results forgotten."));
            return;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumns("Stage", "Results", "MiB");
        foreach (var operation in output.Operations.Append(new CacheOperation("all", output.Values, output.Bytes)))
        {
            table.AddRow(operation.Operation, operation.Values.ToString(CultureInfo.InvariantCulture), (operation.Bytes / Mebibyte).ToString("0.000", CultureInfo.InvariantCulture));
        }

        Terminal.Out.Write(table);
        if (output.Damaged is { } damaged)
        {
            Console.Out.WriteLine(damaged == 0 ? "All of it is whole." : string.Create(CultureInfo.InvariantCulture, $"{damaged} were damaged and are taken away."));
        }
    }
}
