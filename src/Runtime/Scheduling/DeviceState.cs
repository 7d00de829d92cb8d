namespace Gpu.Runtime.Scheduling;

/// <summary>What the engine makes of a device.</summary>
internal enum DeviceState
{
    /// <summary>Its accelerator is being created.</summary>
    Opening,

    /// <summary>It gets work.</summary>
    InUse,

    /// <summary>It failed, and gets no work until a canary comes back from it.</summary>
    Quarantined,

    /// <summary>The canary is on its way.</summary>
    Probing,

    /// <summary>It answers no more. Its accelerator is not used again; a new one is tried after a while.</summary>
    Lost,

    /// <summary>It could not be opened, or the engine was disposed.</summary>
    Closed,
}
