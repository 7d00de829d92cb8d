using System.Diagnostics;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;

namespace Gpu.Benchmarks.Contests;

/// <summary>
/// 1,000 tasks of 0.25 to 4 ms on two devices of the engine's, whose speed is that of a clock: the one takes what a task
/// says, the other three times as long. So the machine's own load hardly counts, and the least possible time is known.
/// </summary>
internal static class UnequalDevices
{
    private const int Tasks = 1000;
    private const double Slower = 3;
    private static readonly double[] Seconds = [.. Enumerable.Range(0, Tasks).Select(static i => 0.00025 * (1 << (i * 7 % 5)))];

    /// <summary>All work over all speed, in seconds.</summary>
    public static double Bound { get; } = Seconds.Sum() / (1 + (1 / Slower));

    /// <summary>The engine, which learns the costs as it goes.</summary>
    public static async Task<double> EngineAsync(CancellationToken cancellationToken)
    {
        var engine = await ComputeEngine.CreateAsync(new ComputeOptions(), [Device("fast", 1), Device("slow", Slower)], null, null, null, null, cancellationToken).ConfigureAwait(false);
        await using (engine.ConfigureAwait(false))
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Seconds.Select(s => engine.RunAsync(new ClockWork(s), null, cancellationToken))).ConfigureAwait(false);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }

    /// <summary>Each task given to a device beforehand, the longest first, by costs that are known: two threads work their lists off.</summary>
    public static async Task<double> StaticAsync(CancellationToken cancellationToken)
    {
        List<double> fast = [], slow = [];
        double fastEnd = 0, slowEnd = 0;
        foreach (var seconds in Seconds.OrderDescending())
        {
            if (fastEnd + seconds <= slowEnd + (Slower * seconds))
            {
                fast.Add(seconds);
                fastEnd += seconds;
            }
            else
            {
                slow.Add(Slower * seconds);
                slowEnd += Slower * seconds;
            }
        }

        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Task.Factory.StartNew(() => fast.ForEach(Spend), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default),
            Task.Factory.StartNew(() => slow.ForEach(Spend), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static DeviceCandidate Device(string id, double factor)
    {
        var candidate = CpuProbe.Find(1);
        return candidate with
        {
            Info = candidate.Info with { Id = id, InUse = true },
            Around = execute =>
            {
                ClockWork.Factor = factor;
                execute();
            },
        };
    }

    private static void Spend(double seconds)
    {
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var spin = default(SpinWait);
        while (Stopwatch.GetTimestamp() < end)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    private sealed class ClockWork(double seconds) : IDeviceWork
    {
        [ThreadStatic]
        private static double _factor;

        /// <summary>How much longer this thread's device takes.</summary>
        public static double Factor
        {
            get => _factor;
            set => _factor = value;
        }

        public string Operation => "bench.clock";

        public string BatchKey => "bench.clock";

        public long Size => (long)(seconds * 1e6);

        public void Execute(IDeviceScope scope) => Spend(seconds * Factor);
    }
}
