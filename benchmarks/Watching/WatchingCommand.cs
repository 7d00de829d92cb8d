using System.Globalization;
using Gpu.Runtime.Optimizers;

namespace Gpu.Benchmarks.Watching;

/// <summary>
/// What watching costs: the same work with nobody watching, with metrics, and with metrics and a trace, interleaved in one run. Processor time a request is compared beside throughput: other programs do not disturb it.
/// </summary>
internal static class WatchingCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
        var requests = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40_000;
        var trace = Path.GetTempFileName();
        try
        {
            await CompareAsync("small scores from 16 callers", rounds, trace, options => WatchedWork.ScoresAsync(options, requests), output).ConfigureAwait(false);
            foreach (var traced in new[] { false, true })
            {
                List<(double Watching, double All)> shares = [];
                for (var round = 0; round < rounds; round++)
                {
                    shares.Add(await WatchedWork.ObserversAsync(trace, traced, requests).ConfigureAwait(false));
                }

                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  in the observers of {(traced ? "metrics and trace" : "metrics")}: {Median(shares.Select(static s => s.Watching)):0.0} ns of {Median(shares.Select(static s => s.All)):0} ns a request, {Median(shares.Select(static s => s.Watching / s.All)):0.0%}")).ConfigureAwait(false);
            }

            var frames = Math.Max(1, requests / 400);
            await CompareAsync("frames of 1920x1080 to I420 from one caller", rounds, trace, options => WatchedWork.FramesAsync(options, frames), output).ConfigureAwait(false);
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
            ("nobody watches", WatchedWork.Settings(metrics: false, null)),
            ("metrics", WatchedWork.Settings(metrics: true, null)),
            ("metrics and trace", WatchedWork.Settings(metrics: true, trace)),
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

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
