namespace Gpu.Runtime.Scheduling;

/// <summary>Which work goes first where several pieces wait.</summary>
public enum WorkPriority
{
    /// <summary>After all other work: batches, warming.</summary>
    Low,

    /// <summary>The default.</summary>
    Normal,

    /// <summary>Before all other work: somebody waits at a screen.</summary>
    High,
}
