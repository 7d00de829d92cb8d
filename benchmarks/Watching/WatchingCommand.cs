using System.Globalization;
using Gpu.Kernels.Scoring;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;

namespace Gpu.Benchmarks.Watching;

/// <summary>
/// What watching costs: the same scores from 16 callers with nobody watching, with metrics, and with metrics and a trace,
/// interleaved in one run. Processor time a request is compared beside throughput: other programs do not disturb it.
/// </summary>
internal static class WatchingCommand
{
    private const int Callers = 16;
    private const int Candidates = 64;
    private const int Features = 16;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
        var requests = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40_000;
        var trace = Path.GetTempFileName();
        try
        {
            (string Name, GpuRuntimeOptions Options)[] ways =
            [
                ("nobody watches", Settings(metrics: false, null)),
                ("metrics", Settings(metrics: true, null)),
                ("metrics and trace", Settings(metrics: true, trace)),
            ];
            var results = ways.Select(static _ => new List<(double PerSecond, double Cpu)>()).ToArray();
            for (var round = -1; round < rounds; round++)
            {
                for (var way = 0; way < ways.Length; way++)
                {
                    var measured = await MeasureAsync(ways[way].Options, requests).ConfigureAwait(false);
                    // The first round compiles.
                    if (round >= 0)
                    {
                        results[way].Add(measured);
                    }
                }
            }

            for (var way = 0; way < ways.Length; way++)
            {
                var (perSecond, cpu) = (Median(results[way].Select(static r => r.PerSecond)), Median(results[way].Select(static r => r.Cpu)));
                // Each round against the same round: what changes slowly changes both.
                var (slower, more) = (Median(results[way].Zip(results[0], static (a, b) => a.PerSecond / b.PerSecond)), Median(results[way].Zip(results[0], static (a, b) => a.Cpu / b.Cpu)));
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{ways[way].Name,-18} {perSecond,9:0} requests/s ({slower - 1,6:+0.0%;-0.0%}), {cpu * 1e6:0.00} us of processor time each ({more - 1,6:+0.0%;-0.0%})")).ConfigureAwait(false);
            }

            return 0;
        }
        finally
        {
            File.Delete(trace);
        }
    }

    private static GpuRuntimeOptions Settings(bool metrics, string? trace) => new() { Device = DeviceSelection.Cpu, EnableMetrics = metrics, MetricsPort = 0, TraceFile = trace, WarmKernels = false, EnableCache = false };

    private static async Task<(double PerSecond, double Cpu)> MeasureAsync(GpuRuntimeOptions options, int requests)
    {
        var manager = OptimizationManager.Create(options);
        await using (manager.ConfigureAwait(false))
        {
            await manager.InitializeAllAsync().ConfigureAwait(false);
            var engine = manager.Engine!;
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CallAsync(engine, 200))).ConfigureAwait(false);
            var (cpu, started) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CallAsync(engine, requests / Callers))).ConfigureAwait(false);
            return (requests / TimeProvider.System.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / requests);
        }
    }

    // A caller has many of its own under way, as a host that scores pages has.
    private static async Task CallAsync(IComputeEngine engine, int requests)
    {
        const int AtOnce = 64;
        var (features, weights) = (new float[Candidates * Features], new float[Features]);
        var work = Enumerable.Range(0, AtOnce).Select(_ => new ScoreCandidates(features, weights, default, new float[Candidates], new int[4])).ToArray();
        var running = new Task[AtOnce];
        for (var done = 0; done < requests; done += AtOnce)
        {
            for (var i = 0; i < AtOnce; i++)
            {
                running[i] = engine.RunAsync(work[i]);
            }

            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
