using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// A request on its way through the engine, and the promise to its caller. Continuations never run on a device's thread.
/// All that is not set in the constructor belongs to the core.
/// </summary>
internal sealed class WorkItem : TaskCompletionSource<WorkReceipt>
{
    // The links are fields: the lines take references to them.
    private Link _turnLink;
    private Link _keyLink;
    private CancellationTokenRegistration _registration;

    public WorkItem(IDeviceWork work, WorkOptions options, CancellationToken cancellationToken)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Work = work;
        Options = options;
        CancellationToken = cancellationToken;
        Operation = work.Operation;
        BatchKey = work.BatchKey;
        Size = work.Size;
        LargestBatch = work is IBatchableWork batchable ? batchable.LargestBatch : 1;
    }

    public IDeviceWork Work { get; }

    public WorkOptions Options { get; }

    public CancellationToken CancellationToken { get; }

    public string Operation { get; }

    public string BatchKey { get; }

    public long Size { get; }

    /// <summary>How many of its kind pay in one launch.</summary>
    public int LargestBatch { get; }

    /// <summary>Whether it is part of a larger request that was admitted already.</summary>
    public bool IsPart { get; init; }

    public WorkState State { get; set; }

    /// <summary>Its place in the order of arrival, from 1 on.</summary>
    public long Number { get; set; }

    /// <summary>When it was submitted.</summary>
    public long Submitted { get; set; }

    /// <summary>When its result is no longer wanted; <see cref="long.MaxValue"/> for never.</summary>
    public long Deadline { get; set; } = long.MaxValue;

    public Tenant? Tenant { get; set; }

    /// <summary>With whom it may share a launch; null where it runs alone, or with its half.</summary>
    public KeyGroup? Group { get; set; }

    /// <summary>The batch in which it runs, or ran last.</summary>
    public Batch? Batch { get; set; }

    /// <summary>How often a device has begun it.</summary>
    public int Attempts { get; set; }

    /// <summary>The devices on which it failed.</summary>
    public UInt128 Tried { get; set; }

    /// <summary>The half of a failed batch to which it belongs, and with which it runs next.</summary>
    public List<WorkItem>? Half { get; set; }

    /// <summary>How its last attempt ended.</summary>
    public string? LastFailure { get; set; }

    /// <summary>When it last started.</summary>
    public long Started { get; set; }

    /// <summary>The device for which a plan had it before.</summary>
    public CoreDevice? PlannedFor { get; set; }

    /// <summary>Whether its caller wants it no more while it runs.</summary>
    public bool IsCancelled => CancellationToken.IsCancellationRequested;

    public ref Link TurnLink => ref _turnLink;

    public ref Link KeyLink => ref _keyLink;

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
