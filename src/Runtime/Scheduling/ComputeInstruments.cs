namespace Gpu.Runtime.Scheduling;

/// <summary>What the engine tells of itself, in one place: counters now, and where metrics will be taken.</summary>
internal sealed class ComputeInstruments
{
    private long _queued;
    private long _completed;
    private long _failed;
    private long _refused;
    private long _cancelled;

    public long Queued => Interlocked.Read(ref _queued);

    public long Completed => Interlocked.Read(ref _completed);

    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Ended without having run, for any reason but cancellation.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    public long Cancelled => Interlocked.Read(ref _cancelled);

    public void OnQueued() => Interlocked.Increment(ref _queued);

    public void OnEnded(RequestOutcome outcome)
    {
        switch (outcome)
        {
            case RequestOutcome.Completed:
                Interlocked.Increment(ref _completed);
                break;
            case RequestOutcome.Cancelled:
                Interlocked.Increment(ref _cancelled);
                break;
            case RequestOutcome.QueueFull or RequestOutcome.DeadlineExceeded or RequestOutcome.Stopped:
                Interlocked.Increment(ref _refused);
                break;
            default:
                Interlocked.Increment(ref _failed);
                break;
        }
    }
}
