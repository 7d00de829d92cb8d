namespace Gpu.Runtime.Scheduling.Core;

/// <summary>Requests that one device runs together, and the lease under which it does.</summary>
internal sealed class Batch
{
    public long Number { get; set; }

    /// <summary>The requests, at least one.</summary>
    public List<WorkItem> Items { get; } = [];

    public CoreDevice Device { get; set; } = null!;

    /// <summary>The cost model's name for it.</summary>
    public string CostKey { get; set; } = "";

    /// <summary>The sum of the requests' sizes.</summary>
    public long Size { get; set; }

    public LeaseState Lease { get; set; }

    /// <summary>When it started.</summary>
    public long Started { get; set; }

    /// <summary>How long it should take, with the transfer; 0 where nothing is known.</summary>
    public long Predicted { get; set; }

    /// <summary>For how long it is counted as busy where nothing is known.</summary>
    public long Assumed { get; set; }

    /// <summary>How long it should take on the best of the other devices; 0 where nothing is known.</summary>
    public long Elsewhere { get; set; }

    /// <summary>When the lease may be taken back.</summary>
    public long HangAt { get; set; }

    /// <summary>Whether it outran its time and was left to run, because it writes into the callers' memory.</summary>
    public bool Overdue { get; set; }
}

/// <summary>The state of a device's right to end a batch.</summary>
internal enum LeaseState
{
    /// <summary>The device computes; its results are not in the callers' memory.</summary>
    Held,

    /// <summary>The results are being written into the callers' memory: the lease is not taken back any more.</summary>
    Committing,

    /// <summary>Taken back: whatever the device still delivers is dropped.</summary>
    Revoked,

    /// <summary>The batch has ended.</summary>
    Ended,
}
