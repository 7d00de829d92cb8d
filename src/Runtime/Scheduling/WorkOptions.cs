namespace Gpu.Runtime.Scheduling;

/// <summary>How a piece of work is to be queued.</summary>
public sealed record WorkOptions
{
    /// <summary>Normal priority, no deadline.</summary>
    public static WorkOptions Default { get; } = new();

    /// <summary>Which work goes first.</summary>
    public WorkPriority Priority { get; init; } = WorkPriority.Normal;

    /// <summary>When the result is no longer wanted; null: never. Work that has not started by then fails with <see cref="DeadlineExceededError"/>.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// On whose behalf: devices' time is shared between those who have work waiting, by their weights, however much each of
    /// them asks for. Empty: the tenant of all who name none.
    /// </summary>
    public string Tenant { get; init; } = "";
}
