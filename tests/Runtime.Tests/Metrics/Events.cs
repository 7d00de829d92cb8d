using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>The engine's events with what most tests do not care for filled in.</summary>
internal static class Events
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static RequestQueued Queued(long request, double ms = 0, int waiting = 1) =>
        new(request, At(ms), "score", "score:8", 8, WorkPriority.Normal, "", null, waiting);

    public static BatchPlaced Placed(long batch, string device, double ms, params long[] requests) =>
        new(batch, At(ms), "score", "score:8", requests, 8 * requests.Length, device, [new Forecast(device, At(ms), At(ms + 2), TimeSpan.FromMilliseconds(0.5), true), new Forecast("other", At(ms + 1), At(ms + 9), default, false)], null);

    public static BatchStarted Started(long batch, string device, double ms) => new(batch, At(ms), device, TimeSpan.FromMilliseconds(2));

    public static BatchEnded Ended(long batch, string device, double ms, int count = 1, double ran = 4, BatchFailure? failure = null, bool dropped = false, double predicted = 2) => new(
        batch, At(ms), device, "score", count, 8 * count, TimeSpan.FromMilliseconds(ran), TimeSpan.FromMilliseconds(0.5), TimeSpan.FromMilliseconds(predicted), 100, 50, failure, failure is null ? null : "it broke", dropped);

    public static RequestEnded Done(long request, double ms, RequestOutcome outcome = RequestOutcome.Completed, string? device = "cpu", long batch = 1, double queued = 3, double ran = 4, int attempts = 1, string operation = "score") => new(
        request, At(ms), operation, WorkPriority.Normal, "", outcome, outcome == RequestOutcome.Completed ? null : "why", device, batch, TimeSpan.FromMilliseconds(queued), TimeSpan.FromMilliseconds(ran), attempts);

    public static DateTimeOffset At(double ms) => Start + TimeSpan.FromMilliseconds(ms);
}
