namespace Gpu.Runtime.Scheduling;

/// <summary>The queued work that has a deadline, nearest first.</summary>
internal sealed class DeadlineList
{
    private readonly SortedSet<WorkItem> _items = new(Comparer<WorkItem>.Create(static (a, b) =>
        (a.Options.Deadline!.Value, a.Number).CompareTo((b.Options.Deadline!.Value, b.Number))));

    public WorkItem? First => _items.Min;

    public DateTimeOffset? Nearest => First?.Options.Deadline;

    public void Add(WorkItem item)
    {
        if (item.Options.Deadline is not null)
        {
            _items.Add(item);
        }
    }

    public void Remove(WorkItem item)
    {
        if (item.Options.Deadline is not null)
        {
            _items.Remove(item);
        }
    }
}
