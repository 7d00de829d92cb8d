using System.Diagnostics;
using System.Globalization;
using Gpu.Benchmarks.Comparing;
using Gpu.Runtime.Caching;
using Gpu.Workflow.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Benchmarks.Caching;

/// <summary>
/// What the same job costs again: its results (five stages, a film of 3 MB) taken from memory, from the folder and from
/// Redis; and the whole workflow, which reads the page and its pictures to see that they are the same, and writes the files.
/// </summary>
internal static class MeasureCache
{
    private const int Rounds = 60;

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length != 2 || !RedisOptions.IsEndpoint(arguments[0]))
        {
            await Console.Error.WriteLineAsync("Give the host:port of a Redis that may be written to, and the path of a page.").ConfigureAwait(false);
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("gpu-measure-cache").FullName;
        try
        {
            (string Name, CacheOptions Options)[] places =
            [
                ("memory", new CacheOptions()),
                ("folder", new CacheOptions { Folder = Path.Combine(folder, "cache"), MemoryBytes = 0 }),
                ("redis", new CacheOptions { Redis = new RedisOptions { Endpoint = arguments[0] }, MemoryBytes = 0 }),
            ];
            foreach (var (name, options) in places)
            {
                await ReportAsync(name, "a whole job's results", ResultsAsync(options, cancellationToken)).ConfigureAwait(false);
                await ReportAsync(name, "the whole workflow again", WorkflowAsync(options, arguments[1], folder, cancellationToken)).ConfigureAwait(false);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReportAsync(string place, string what, Task<List<double>> measuring)
    {
        var seconds = await measuring.ConfigureAwait(false);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{place,-8}{what,-28}median {Timing.Median(seconds) * 1000:0.000} ms, least {seconds.Min() * 1000:0.000} ms")).ConfigureAwait(false);
    }

    private static async Task<List<double>> ResultsAsync(CacheOptions options, CancellationToken cancellationToken)
    {
        var cache = new ResultCache(options);
        await using (cache.ConfigureAwait(false))
        {
            return await TimesAsync(() => JobResults.AskAsync(cache, cancellationToken)).ConfigureAwait(false);
        }
    }

    private static async Task<List<double>> WorkflowAsync(CacheOptions options, string page, string folder, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddGpuWorkflow(workflow => (workflow.StateFolder, workflow.Device, workflow.Cache) = (null, Runtime.Devices.DeviceSelection.Cpu, options)).BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var engine = services.GetRequiredService<WorkflowEngine>();
            var request = new WorkflowRequest { Source = page, Output = Path.Combine(folder, "ad"), Force = true, Width = 640, Height = 360, Duration = 6, Preset = "ultrafast" };
            return await TimesAsync(() => engine.ExecuteAsync(request, null, cancellationToken)).ConfigureAwait(false);
        }
    }

    // The first makes it all; the next ones run in code that is not warm yet.
    private static async Task<List<double>> TimesAsync(Func<Task> run)
    {
        var seconds = new List<double>();
        for (var i = 0; i < 2 * Rounds; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await run().ConfigureAwait(false);
            seconds.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }

        return seconds[Rounds..];
    }
}
