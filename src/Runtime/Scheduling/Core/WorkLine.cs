namespace Gpu.Runtime.Scheduling.Core;

/// <summary>Requests, first come first served. Any of them can leave at once, from wherever it stands.</summary>
internal sealed class WorkLine<TLinked>
    where TLinked : struct, ILinked
{
    private WorkItem? _last;

    public WorkItem? First { get; private set; }

    public int Count { get; private set; }

    /// <summary>Puts a request where its number belongs: at the end, or a little before it.</summary>
    public void Add(WorkItem item)
    {
        var before = _last;
        while (before is not null && before.Number > item.Number)
        {
            before = TLinked.Of(before).Previous;
        }

        Insert(item, before);
    }

    /// <summary>For a request that was at the front before, and comes back.</summary>
    public void Prepend(WorkItem item) => Insert(item, null);

    public void Remove(WorkItem item)
    {
        ref var link = ref TLinked.Of(item);
        if (link.Previous is null)
        {
            First = link.Next;
        }
        else
        {
            TLinked.Of(link.Previous).Next = link.Next;
        }

        if (link.Next is null)
        {
            _last = link.Previous;
        }
        else
        {
            TLinked.Of(link.Next).Previous = link.Previous;
        }

        link = default;
        Count--;
    }

    private void Insert(WorkItem item, WorkItem? before)
    {
        ref var link = ref TLinked.Of(item);
        link.Previous = before;
        link.Next = before is null ? First : TLinked.Of(before).Next;
        if (before is null)
        {
            First = item;
        }
        else
        {
            TLinked.Of(before).Next = item;
        }

        if (link.Next is null)
        {
            _last = item;
        }
        else
        {
            TLinked.Of(link.Next).Previous = item;
        }

        Count++;
    }
}
