using System.Diagnostics;
using Gpu.Benchmarks.Comparing;
using Gpu.Kernels.Scoring;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;

namespace Gpu.Benchmarks.Contests;

/// <summary>Score requests of 16 candidates with 16 features each: a thousandth of what a launch is worth.</summary>
internal static class SmallRequests
{
    private const int Rows = 16;
    private const int Columns = 16;
    private const int Trips = 2000;
    private const int Requests = 200_000;

    /// <summary>A request of its own, as every caller makes it: no two share memory.</summary>
    public static ScoreCandidates Request(int seed) =>
        new(Data.Numbers(Rows * Columns, seed), Data.Numbers(Columns, seed + 1), ReadOnlyMemory<float>.Empty, new float[Rows], new int[1]);

    public static Task<ComputeEngine> EngineAsync() => ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu });

    /// <summary>Seconds of one awaited request beyond those of its launch.</summary>
    public static async Task<double> RoundTripAsync(CancellationToken cancellationToken)
    {
        var engine = await EngineAsync().ConfigureAwait(false);
        await using (engine.ConfigureAwait(false))
        {
            using var device = new BenchDevice();
            var work = Request(1);
            List<double> engines = [], kernels = [];
            for (var i = 0; i < Trips; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await engine.RunAsync(work, null, cancellationToken).ConfigureAwait(false);
                engines.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                start = Stopwatch.GetTimestamp();
                device.Execute(work);
                kernels.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            return Timing.Median(engines) - Timing.Median(kernels);
        }
    }

    /// <summary>Seconds for 1,000 requests, of so many callers with so many in flight each.</summary>
    public static async Task<double> ThroughputAsync(int callers, int inFlight, CancellationToken cancellationToken)
    {
        var engine = await EngineAsync().ConfigureAwait(false);
        await using (engine.ConfigureAwait(false))
        {
            var each = (inFlight == 1 ? Requests / 8 : Requests) / callers;
            await CallAsync(engine, callers, inFlight, each / 4, cancellationToken).ConfigureAwait(false);
            var start = Stopwatch.GetTimestamp();
            await CallAsync(engine, callers, inFlight, each, cancellationToken).ConfigureAwait(false);
            return Stopwatch.GetElapsedTime(start).TotalSeconds * 1000 / ((double)each * callers);
        }
    }

    /// <summary>1,000 requests one by one, on the device's own thread, without an engine.</summary>
    public static OwnedCall Launches()
    {
        var device = new BenchDevice();
        var works = Enumerable.Range(0, 1000).Select(Request).ToArray();
        return new OwnedCall(() => Array.ForEach(works, device.Execute), device);
    }

    private static Task CallAsync(ComputeEngine engine, int callers, int inFlight, int each, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallerAsync(engine, caller, inFlight, each, cancellationToken), cancellationToken)));

    private static async Task CallerAsync(ComputeEngine engine, int caller, int inFlight, int each, CancellationToken cancellationToken)
    {
        // A request is made for each place in flight and used again when it has come back.
        var works = Enumerable.Range(0, inFlight).Select(i => Request((caller * 100) + i)).ToArray();
        var tasks = new Task<WorkReceipt>[inFlight];
        for (var i = 0; i < each; i++)
        {
            var place = i % inFlight;
            if (i >= inFlight)
            {
                await tasks[place].ConfigureAwait(false);
            }

            tasks[place] = engine.RunAsync(works[place], null, cancellationToken);
        }

        await Task.WhenAll(tasks.Where(static t => t is not null)).ConfigureAwait(false);
    }
}
