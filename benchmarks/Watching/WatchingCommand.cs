using System.Globalization;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Video;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;

namespace Gpu.Benchmarks.Watching;

/// <summary>
/// What watching costs: the same work with nobody watching, with metrics, and with metrics and a trace, interleaved in one run. Processor time a request is compared beside throughput: other programs do not disturb it.
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
            await CompareAsync("small scores from 16 callers", rounds, trace, options => MeasureAsync(options, engine => CallAsync(engine, requests / Callers), Callers, requests), output).ConfigureAwait(false);
            var frames = Math.Max(1, requests / 400);
            await CompareAsync("frames of 1920x1080 to I420 from one caller", rounds, trace, options => MeasureAsync(options, engine => ConvertAsync(engine, frames), 1, frames), output).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            File.Delete(trace);
        }
    }

    private static async Task CompareAsync(string work, int rounds, string trace, Func<GpuRuntimeOptions, Task<(double PerSecond, double Cpu)>> measure, TextWriter output)
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
            for (var i = 0; i < ways.Length; i++)
            {
                // Each begins as often as the others: what comes after a pause, or after another, is not always slower.
                var way = (i + round + 1) % ways.Length;
                var measured = await measure(ways[way].Options).ConfigureAwait(false);
                // The first round compiles.
                if (round >= 0)
                {
                    results[way].Add(measured);
                }
            }
        }

        await output.WriteLineAsync(work).ConfigureAwait(false);
        for (var way = 0; way < ways.Length; way++)
        {
            var (perSecond, cpu) = (Median(results[way].Select(static r => r.PerSecond)), Median(results[way].Select(static r => r.Cpu)));
            // Each round against the same round: what changes slowly changes both.
            var (slower, more) = (Median(results[way].Zip(results[0], static (a, b) => a.PerSecond / b.PerSecond)), Median(results[way].Zip(results[0], static (a, b) => a.Cpu / b.Cpu)));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {ways[way].Name,-18} {perSecond,9:0} requests/s ({slower - 1,6:+0.0%;-0.0%}), {cpu * 1e6:0.00} us of processor time each ({more - 1,6:+0.0%;-0.0%})")).ConfigureAwait(false);
        }
    }

    private static GpuRuntimeOptions Settings(bool metrics, string? trace) => new() { Device = DeviceSelection.Cpu, EnableMetrics = metrics, MetricsPort = 0, TraceFile = trace, WarmKernels = false, EnableCache = false };

    private static async Task<(double PerSecond, double Cpu)> MeasureAsync(GpuRuntimeOptions options, Func<IComputeEngine, Task> call, int callers, int requests)
    {
        var manager = OptimizationManager.Create(options);
        await using (manager.ConfigureAwait(false))
        {
            await manager.InitializeAllAsync().ConfigureAwait(false);
            var engine = manager.Engine!;
            await CallAsync(engine, 200 * Callers).ConfigureAwait(false);
            GC.Collect();
            var (cpu, started) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => call(engine))).ConfigureAwait(false);
            return (requests / TimeProvider.System.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / requests);
        }
    }

    private static async Task ConvertAsync(IComputeEngine engine, int frames)
    {
        const int Width = 1920, Height = 1080;
        var work = new ConvertToI420(Width, Height, new byte[Width * Height * 4], new byte[I420.Length(Width, Height)]);
        for (var i = 0; i < frames; i++)
        {
            await engine.RunAsync(work).ConfigureAwait(false);
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
