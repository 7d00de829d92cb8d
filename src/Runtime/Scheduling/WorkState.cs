namespace Gpu.Runtime.Scheduling;

/// <summary>Where a piece of work is. Changes under the queue's lock only.</summary>
internal enum WorkState
{
    /// <summary>Made, not queued yet.</summary>
    New,

    /// <summary>Waits for a device.</summary>
    Queued,

    /// <summary>A device has it.</summary>
    Running,

    /// <summary>Over: done, failed or cancelled.</summary>
    Ended,
}
