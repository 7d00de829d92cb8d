namespace Gpu.Runtime.Scheduling.Core;

/// <summary>The waiting requests of one batch key, by tenant.</summary>
internal sealed class KeyGroup(string key, string operation)
{
    private readonly List<(Tenant Tenant, Lines<ByKey> Lines)> _tenants = new(1);

    public string Key { get; } = key;

    public string Operation { get; } = operation;

    public int Count { get; private set; }

    /// <summary>The sum of the sizes of what waits.</summary>
    public long Size { get; private set; }

    /// <summary>Whether its requests still wait for company, and may not start yet.</summary>
    public bool Forming { get; set; }

    /// <summary>When it stops to wait.</summary>
    public long ClosesAt { get; set; }

    /// <summary>The number of the plan that counted on it last, and how many requests that plan has given out.</summary>
    public long PlanNumber { get; set; }

    /// <inheritdoc cref="PlanNumber"/>
    public int Planned { get; set; }

    /// <summary>How many of its requests the plan meets next that belong to batches it has already.</summary>
    public int PlanSkip { get; set; }

    public void Add(WorkItem item, bool atFront, long ageing)
    {
        var line = LinesOf(item.Tenant!, ageing)[item.Options.Priority];
        if (atFront)
        {
            line.Prepend(item);
        }
        else
        {
            line.Add(item);
        }

        Count++;
        Size += item.Size;
    }

    public void Remove(WorkItem item)
    {
        for (var i = 0; i < _tenants.Count; i++)
        {
            if (ReferenceEquals(_tenants[i].Tenant, item.Tenant))
            {
                _tenants[i].Lines[item.Options.Priority].Remove(item);
                Count--;
                Size -= item.Size;
                if (_tenants[i].Lines.Count == 0 && _tenants.Count > 1)
                {
                    _tenants.RemoveAt(i);
                }

                return;
            }
        }
    }

    /// <summary>Does something for each request.</summary>
    public void ForEach(Action<WorkItem> action)
    {
        foreach (var (_, lines) in _tenants)
        {
            for (var priority = WorkPriority.Low; priority <= WorkPriority.High; priority++)
            {
                for (var item = lines[priority].First; item is not null; item = item.KeyLink.Next)
                {
                    action(item);
                }
            }
        }
    }

    /// <summary>Who joins a batch next: of the tenant that has used the least, the one whose turn is first.</summary>
    public WorkItem? Best()
    {
        WorkItem? best = null;
        var least = double.PositiveInfinity;
        foreach (var (tenant, lines) in _tenants)
        {
            if (tenant.Used < least && lines.Best() is { } item)
            {
                (best, least) = (item, tenant.Used);
            }
        }

        return best;
    }

    private Lines<ByKey> LinesOf(Tenant tenant, long ageing)
    {
        foreach (var (known, lines) in _tenants)
        {
            if (ReferenceEquals(known, tenant))
            {
                return lines;
            }
        }

        // An empty group belongs to nobody: it keeps the lines of its last tenant only as long as that is the one who comes.
        if (Count == 0)
        {
            _tenants.Clear();
        }

        var made = new Lines<ByKey>(ageing);
        _tenants.Add((tenant, made));
        return made;
    }
}
