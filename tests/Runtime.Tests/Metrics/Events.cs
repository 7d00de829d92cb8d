using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>The engine's events with what most tests do not care for filled in.</summary>
internal static class Events
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static RequestQueued Queued(long request, double ms = 0, int waiting = 1) =>
        new(request, At(ms), "score", "score:8", 8, WorkPriority.Normal, "", null, waiting);

    public static BatchPlaced Placed(long batch, string device, double ms, params long[] requests) =>
        new(batch, At(ms), "score", "score:8", requests.Length, requests, 8 * requests.Length, device, [new Forecast(device, At(ms), At(ms + 2), TimeSpan.FromMilliseconds(0.5), true), new Forecast("other", At(ms + 1), At(ms + 9), default, false)], null);

    public static BatchStarted Started(long batch, string device, double ms, int waiting = 7) => new(batch, At(ms), device, TimeSpan.FromMilliseconds(2), waiting);

    public static BatchEnded Ended(long batch, string device, double ms, int count = 1, double ran = 4, BatchFailure? failure = null, bool dropped = false, double predicted = 2) => new(
        batch, At(ms), device, "score", count, 8 * count, TimeSpan.FromMilliseconds(ran), TimeSpan.FromMilliseconds(0.5), TimeSpan.FromMilliseconds(predicted), 100, 50, failure, failure is null ? null : "it broke", dropped);

    /// <summary>The end of a request that was <paramref name="queued"/> and <paramref name="ran"/> so many milliseconds.</summary>
    public static Ending Done(long request, double ms, RequestOutcome outcome = RequestOutcome.Completed, string? device = "cpu", long batch = 1, double queued = 3, double ran = 4, int attempts = 1, string operation = "score")
    {
        var started = Ticks(ms - ran);
        var item = new WorkItem(new NamedWork(operation), WorkOptions.Default, CancellationToken.None) { Number = request, Submitted = started - Ticks(queued), Started = started, Attempts = attempts };
        item.Batch = device is null ? null : new Batch { Number = batch, Device = new CoreDevice(0, device, device) };
        return new Ending(item, outcome, outcome == RequestOutcome.Completed ? null : new InvalidOperationException("why"), Ticks(ms));
    }

    public static DateTimeOffset At(double ms) => Start + TimeSpan.FromMilliseconds(ms);

    private static long Ticks(double ms) => (long)(ms * TimeSpan.TicksPerMillisecond);

    private sealed class NamedWork(string operation) : IDeviceWork
    {
        public string Operation => operation;

        public string BatchKey => operation;

        public long Size => 8;

        public void Execute(IDeviceScope scope) => throw new NotSupportedException("It has ended already.");
    }
}
