using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Benchmarks.Watching;

namespace Gpu.Benchmarks.Contests;

/// <summary>The engine: what a request costs, how many it takes, how well it shares work out, how soon it is there.</summary>
internal static class EngineContests
{
    public static IEnumerable<Contest> List(PythonWorker python)
    {
        yield return new Contest("engine: a small task, one caller awaiting each, over the kernel's own time", "ms", static () => new WholeRun("ours", SmallRequests.RoundTripAsync),
        [
            new Opponent("Dask distributed, a round trip", 107, python.Peer("dask.trip.threads"), python.Peer("dask.trip.processes")),
        ]);
        yield return new Contest("engine: 1,000 small score requests of 16 callers, 64 in flight each", "ms", static () => new WholeRun("ours", stop => SmallRequests.ThroughputAsync(16, 64, stop)),
        [
            new Opponent("Dask distributed, 1,000 tasks", 335, python.Peer("dask.many.threads"), python.Peer("dask.many.processes")),
            new Opponent("a launch each, no engine", 1, static () => new Call("launches", SmallRequests.Launches)),
        ]);
        yield return new Contest("engine: 1,000 small score requests of 16 callers awaiting each", "ms", static () => new WholeRun("ours", static stop => SmallRequests.ThroughputAsync(16, 1, stop)),
        [
            new Opponent("Dask distributed, 1,000 tasks", 10, python.Peer("dask.many.threads"), python.Peer("dask.many.processes")),
        ]);
        yield return new Contest("engine: 1,000 mixed tasks on 2 devices, one three times as fast", "s", static () => new WholeRun("ours", UnequalDevices.EngineAsync),
        [
            new Opponent("best static split, costs known", 1, static () => new WholeRun("static", UnequalDevices.StaticAsync)),
            new Opponent("all work over all speed", 1 / 1.1, static () => new WholeRun("bound", static _ => Task.FromResult(UnequalDevices.Bound))) { Kind = "limit" },
        ],
        Rounds: 5);
        foreach (var (who, trace) in new[] { ("metrics", false), ("metrics and a trace", true) })
        {
            yield return new Contest($"engine: processor time that the observers of {who} take of 1,000 small score requests", "ms", () => new WholeRun("observers", async _ => (await WatchedAsync(trace).ConfigureAwait(false)).Watching),
                [new Opponent("2 % of their processor time, as asked", 1, () => new WholeRun("all", async _ => 0.02 * (await WatchedAsync(trace).ConfigureAwait(false)).All)) { Kind = "limit" }]);
        }

        yield return new Contest("engine: start in a new process, processor and OpenCL looked for", "s", static () => new WholeRun("ours", EngineStart.RunAsync),
        [
            new Opponent("the original's 2 to 3 s (as it says)", 4, static () => new WholeRun("quoted", static _ => Task.FromResult(2.0))),
        ],
        Rounds: 5);
    }

    // Seconds for 1,000. Of processor time: what else the machine does takes or leaves more of the throughput than watching does.
    private static async Task<(double Watching, double All)> WatchedAsync(bool trace)
    {
        const int Requests = 400_000;
        var file = Path.GetTempFileName();
        try
        {
            var (watching, all) = await WatchedWork.ObserversAsync(file, trace, Requests).ConfigureAwait(false);
            return (watching * 1e-6, all * 1e-6);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
