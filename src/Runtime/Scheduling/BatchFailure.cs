namespace Gpu.Runtime.Scheduling;

/// <summary>What went wrong with a batch.</summary>
internal enum BatchFailure
{
    /// <summary>The work's own code threw; the device is well.</summary>
    Work,

    /// <summary>The device or its driver failed, and still answers.</summary>
    Device,

    /// <summary>The device has no room for it.</summary>
    OutOfMemory,

    /// <summary>It ran past the time that the engine gives; its lease was taken back.</summary>
    Hung,

    /// <summary>The device answers no more.</summary>
    Lost,
}
