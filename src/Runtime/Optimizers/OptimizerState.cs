namespace Gpu.Runtime.Optimizers;

/// <summary>The states of a part.</summary>
public enum OptimizerState
{
    /// <summary>Known, not started yet.</summary>
    Registered,

    /// <summary>Switched off by configuration.</summary>
    Disabled,

    /// <summary>On its way.</summary>
    Starting,

    /// <summary>At work.</summary>
    Ready,

    /// <summary>What it needs is not there, or it is not part of this version. The others go on without it.</summary>
    Unavailable,

    /// <summary>It was to start and failed. The others go on without it.</summary>
    Failed,

    /// <summary>Cleaned up.</summary>
    Stopped,
}
