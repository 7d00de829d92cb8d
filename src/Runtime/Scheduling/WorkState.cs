namespace Gpu.Runtime.Scheduling;

/// <summary>Where a request is. Changes under the engine's lock only.</summary>
internal enum WorkState
{
    /// <summary>Made, not submitted yet.</summary>
    New,

    /// <summary>Waits for company: its batch is forming.</summary>
    Forming,

    /// <summary>Waits for its turn.</summary>
    Waiting,

    /// <summary>Waits until it may be tried again.</summary>
    Delayed,

    /// <summary>A device has it.</summary>
    Running,

    /// <summary>Over: done, failed or cancelled.</summary>
    Ended,
}
