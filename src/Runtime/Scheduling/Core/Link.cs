namespace Gpu.Runtime.Scheduling.Core;

/// <summary>A request's neighbours in a line.</summary>
internal struct Link
{
    public WorkItem? Previous;
    public WorkItem? Next;
}

/// <summary>Which of a request's links a kind of line uses.</summary>
internal interface ILinked
{
    static abstract ref Link Of(WorkItem item);
}

/// <summary>The line of a tenant and priority, in which requests wait for their turn.</summary>
internal readonly struct ByTurn : ILinked
{
    public static ref Link Of(WorkItem item) => ref item.TurnLink;
}

/// <summary>The line of a batch key, in which requests wait for company.</summary>
internal readonly struct ByKey : ILinked
{
    public static ref Link Of(WorkItem item) => ref item.KeyLink;
}
