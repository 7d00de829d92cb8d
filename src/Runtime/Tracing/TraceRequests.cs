using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tracing;

/// <summary>
/// Hands the engine's events to the trace. Every batch, retry and failure is kept; of requests that completed at most
/// <see cref="MostRequests"/> a second, so that a trace costs a busy engine nothing that its users would notice.
/// </summary>
internal sealed class TraceRequests(Action<object> add, Action drop) : IEngineObserver
{
    internal const int MostRequests = 1000;

    private long _second;
    private int _inSecond;
    private volatile int _waiting;

    public void OnRequestQueued(RequestQueued request) => _waiting = request.Waiting;

    public void OnBatchPlaced(BatchPlaced batch) => add(batch);

    public void OnBatchStarted(BatchStarted batch) => add(new Waiting(batch.At, _waiting));

    public void OnBatchEnded(BatchEnded batch) => add(batch);

    public void OnRequestRetried(RequestRetried request) => add(request);

    public void OnRequestEnded(RequestEnded request)
    {
        // Two threads at the turn of a second may each begin it: then it holds some more.
        var second = request.At.UtcTicks / TimeSpan.TicksPerSecond;
        if (second != Volatile.Read(ref _second))
        {
            Volatile.Write(ref _second, second);
            Volatile.Write(ref _inSecond, 0);
        }

        if (request.Outcome != RequestOutcome.Completed || request.Attempts > 1 || Interlocked.Increment(ref _inSecond) <= MostRequests)
        {
            add(request);
        }
        else
        {
            drop();
        }
    }

    public void OnDeviceChanged(DeviceChanged device) => add(device);

    public void OnMemoryChanged(DeviceMemory memory) => add(memory);

    /// <summary>How many requests waited.</summary>
    internal sealed record Waiting(DateTimeOffset At, int Count);
}
