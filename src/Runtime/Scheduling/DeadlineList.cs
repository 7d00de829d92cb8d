namespace Gpu.Runtime.Scheduling;

/// <summary>The queued work that has a deadline, nearest first.</summary>
internal sealed class DeadlineList
{
    private readonly SortedSet<WorkItem> _items = new(Comparer<WorkItem>.Create(static (a, b) => (a.Deadline, a.Number).CompareTo((b.Deadline, b.Number))));

    public WorkItem? First => _items.Min;

    /// <summary>The nearest deadline; <see cref="long.MaxValue"/> where there is none.</summary>
    public long Nearest => _items.Count == 0 ? long.MaxValue : _items.Min!.Deadline;

    public void Add(WorkItem item)
    {
        if (item.Deadline != long.MaxValue)
        {
            _items.Add(item);
        }
    }

    public void Remove(WorkItem item)
    {
        if (item.Deadline != long.MaxValue)
        {
            _items.Remove(item);
        }
    }
}
