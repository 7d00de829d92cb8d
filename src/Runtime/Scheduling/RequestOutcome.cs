namespace Gpu.Runtime.Scheduling;

/// <summary>How a request ended: the values of metrics.</summary>
internal enum RequestOutcome
{
    /// <summary>Its outputs are in host memory.</summary>
    Completed,

    /// <summary>Its caller cancelled it.</summary>
    Cancelled,

    /// <summary>The queue was full.</summary>
    QueueFull,

    /// <summary>It had not started at its deadline.</summary>
    DeadlineExceeded,

    /// <summary>It failed by itself: its own code threw.</summary>
    Failed,

    /// <summary>No device could end it, and no attempt or device was left.</summary>
    DeviceFailed,

    /// <summary>It took three attempts with it.</summary>
    Poisoned,

    /// <summary>The engine was draining, or was disposed, before it started.</summary>
    Stopped,
}
