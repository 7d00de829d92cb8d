namespace Gpu.Runtime.Scheduling;

/// <summary>The work of one priority, first come first served. Any piece can leave it at once, from wherever it stands.</summary>
internal sealed class WorkLine
{
    private WorkItem? _last;

    public WorkItem? First { get; private set; }

    public int Count { get; private set; }

    public void Append(WorkItem item)
    {
        (item.Previous, item.Next) = (_last, null);
        if (_last is null)
        {
            First = item;
        }
        else
        {
            _last.Next = item;
        }

        _last = item;
        Count++;
    }

    /// <summary>For work that was at the front before, and comes back.</summary>
    public void Prepend(WorkItem item)
    {
        (item.Previous, item.Next) = (null, First);
        if (First is null)
        {
            _last = item;
        }
        else
        {
            First.Previous = item;
        }

        First = item;
        Count++;
    }

    public void Remove(WorkItem item)
    {
        if (item.Previous is null)
        {
            First = item.Next;
        }
        else
        {
            item.Previous.Next = item.Next;
        }

        if (item.Next is null)
        {
            _last = item.Previous;
        }
        else
        {
            item.Next.Previous = item.Previous;
        }

        (item.Previous, item.Next) = (null, null);
        Count--;
    }
}
