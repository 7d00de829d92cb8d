using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tracing;

/// <summary>
/// Hands the engine's events to the trace. Every retry and failure is kept; of requests and of batches that went well at most
/// <see cref="MostASecond"/> a second each, so that a trace costs a busy engine nothing that its users would notice.
/// </summary>
/// <param name="add">Takes an event.</param>
/// <param name="drop">Told how many requests and batches are left out.</param>
internal sealed class TraceRequests(Action<object> add, Action<long> drop) : IEngineObserver
{
    internal const int MostASecond = 250;

    private readonly Allowance _requests = new(MostASecond);
    private readonly Allowance _batches = new(MostASecond);
    private readonly Allowance _lengths = new(MostASecond);
    private readonly Allowance _memories = new(MostASecond);

    // Of batches that run. Used under the engine's lock, which tells of batches one at a time.
    private readonly Dictionary<long, BatchPlaced> _placed = [];

    public bool FollowsRequests => false;

    // Of batches that will be left out nobody would read them; of one that fails all the same, the reason of its place is missing then.
    public bool WantsReasons => _batches.Any;

    public void OnRequestQueued(RequestQueued request)
    {
    }

    public void OnBatchPlaced(BatchPlaced batch) => _placed[batch.Batch] = batch;

    public void OnBatchStarted(BatchStarted batch)
    {
        if (_lengths.Take(batch.At, 1) > 0)
        {
            add(new Waiting(batch.At, batch.Waiting));
        }
    }

    public void OnBatchEnded(BatchEnded batch)
    {
        _placed.Remove(batch.Batch, out var placed);
        if (batch is { Failure: null, Dropped: false } && _batches.Take(batch.At, 1) == 0)
        {
            drop(1);
            return;
        }

        if (placed is not null)
        {
            add(placed);
        }

        add(batch);
    }

    public void OnRequestRetried(RequestRetried request) => add(request);

    public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
        var smooth = 0;
        foreach (ref readonly var request in requests)
        {
            smooth += IsSmooth(request) ? 1 : 0;
        }

        var kept = smooth == 0 ? 0 : _requests.Take(epoch.AddTicks(requests[0].At), smooth);
        if (kept < smooth)
        {
            drop(smooth - kept);
        }

        if (kept == 0 && smooth == requests.Length)
        {
            return;
        }

        foreach (ref readonly var request in requests)
        {
            if (!IsSmooth(request) || kept-- > 0)
            {
                add(RequestEnded.Of(request, epoch));
            }
        }
    }

    public void OnDeviceChanged(DeviceChanged device) => add(device);

    public void OnMemoryChanged(DeviceMemory memory)
    {
        if (_memories.Take(memory.At, 1) > 0)
        {
            add(memory);
        }
    }

    private static bool IsSmooth(in Ending request) => request is { Outcome: RequestOutcome.Completed, Item.Attempts: <= 1 };

    /// <summary>How many requests waited.</summary>
    internal sealed record Waiting(DateTimeOffset At, int Count);
}
