using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// A piece of work on its way through the engine, and the promise to its caller. Continuations never run on a device's
/// thread. The links and the state belong to the queue.
/// </summary>
internal sealed class WorkItem : TaskCompletionSource<WorkReceipt>
{
    private CancellationTokenRegistration _registration;

    public WorkItem(IDeviceWork work, WorkOptions options, long submitted, CancellationToken cancellationToken)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Work = work;
        Options = options;
        Submitted = submitted;
        CancellationToken = cancellationToken;
        Operation = work.Operation;
        BatchKey = work.BatchKey;
    }

    public IDeviceWork Work { get; }

    public WorkOptions Options { get; }

    public CancellationToken CancellationToken { get; }

    public string Operation { get; }

    /// <summary>Work of the same key may share a launch. Kept for the batching to come.</summary>
    public string BatchKey { get; }

    /// <summary>The clock's timestamp at submission.</summary>
    public long Submitted { get; }

    /// <summary>How many devices it has been given to.</summary>
    public int Attempts { get; set; }

    public WorkState State { get; set; }

    /// <summary>Its place in the order of arrival.</summary>
    public long Number { get; set; }

    /// <summary>The neighbours in the queue's line of its priority.</summary>
    public WorkItem? Previous { get; set; }

    /// <inheritdoc cref="Previous"/>
    public WorkItem? Next { get; set; }

    /// <summary>Calls <paramref name="cancel"/> when the caller cancels. Before the work is queued: its end may come any time after.</summary>
    public void WatchCancellation(Action<WorkItem> cancel)
    {
        if (CancellationToken.CanBeCanceled)
        {
            _registration = CancellationToken.UnsafeRegister(static state => ((Watch)state!).Cancel(), new Watch(this, cancel));
        }
    }

    public void Succeed(WorkReceipt receipt)
    {
        _registration.Unregister();
        TrySetResult(receipt);
    }

    public void Fail(Exception error)
    {
        _registration.Unregister();
        TrySetException(error);
    }

    public void Cancel()
    {
        _registration.Unregister();
        TrySetCanceled(CancellationToken);
    }

    private sealed class Watch(WorkItem item, Action<WorkItem> cancel)
    {
        public void Cancel() => cancel(item);
    }
}
