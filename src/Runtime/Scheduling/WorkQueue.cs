namespace Gpu.Runtime.Scheduling;

/// <summary>
/// The work that waits for a device: a bounded line for each priority. Waiting weighs as much as priority, so nothing
/// starves. Changes of <see cref="WorkItem.State"/> happen under its lock, completions outside of it.
/// </summary>
internal sealed partial class WorkQueue : IDisposable
{
    // Devices wait on it with Monitor.Wait, which System.Threading.Lock lacks.
    private readonly object _gate = new();
    private readonly WorkLine[] _lines = [new(), new(), new()];
    private readonly DeadlineList _deadlines = new();
    private readonly int _limit;
    private readonly long _ageing;
    private readonly TimeProvider _time;
    private readonly ComputeInstruments _instruments;
    private readonly ITimer _timer;
    private long _numbers;
    private Func<Exception>? _closed;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="limit">How much each priority's line holds.</param>
    /// <param name="ageing">The waiting that weighs as much as one priority.</param>
    /// <param name="time">The clock of waiting and deadlines.</param>
    /// <param name="instruments">Told of what happens here.</param>
    public WorkQueue(int limit, TimeSpan ageing, TimeProvider time, ComputeInstruments instruments)
    {
        _limit = limit;
        _ageing = (long)(ageing.TotalSeconds * time.TimestampFrequency);
        _time = time;
        _instruments = instruments;
        _timer = time.CreateTimer(static queue => ((WorkQueue)queue!).FailDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How much waits now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines.Sum(static line => line.Count);
            }
        }
    }

    /// <summary>Queues work, or ends it at once with the reason why not.</summary>
    public void Add(WorkItem item)
    {
        Exception? refused;
        lock (_gate)
        {
            if (item.State != WorkState.New)
            {
                // Cancelled on its way here, and completed by that.
                return;
            }

            var line = _lines[(int)item.Options.Priority];
            refused = _closed?.Invoke()
                ?? (IsDue(item) ? Late(item) : (Exception?)null)
                ?? (line.Count >= _limit ? Full(item, line.Count) : null);
            if (refused is null)
            {
                item.State = WorkState.Queued;
                item.Number = _numbers++;
                line.Append(item);
                AddDeadline(item);
                Monitor.Pulse(_gate);
            }
            else
            {
                item.State = WorkState.Ended;
            }
        }

        if (refused is null)
        {
            _instruments.OnQueued(item);
        }
        else
        {
            Refuse(item, refused);
        }
    }

    /// <summary>Waits for something to do. Blocks: for device threads only.</summary>
    /// <param name="consumer">Who asks.</param>
    /// <param name="item">The work, now running; null where the consumer has errands of its own to run.</param>
    /// <returns>False when there will be no more.</returns>
    public bool Take(IWorkConsumer consumer, out WorkItem? item)
    {
        lock (_gate)
        {
            while (true)
            {
                item = null;
                if (consumer.HasErrands)
                {
                    return true;
                }

                if (Best() is { } best)
                {
                    Leave(best, WorkState.Running);
                    best.Attempts++;
                    item = best;
                    return true;
                }

                if (_closed is not null)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Puts running work back to the front of its line, for another device. The limit does not count: it was in before.</summary>
    public void Return(WorkItem item)
    {
        Exception? refused;
        lock (_gate)
        {
            refused = _closed?.Invoke();
            if (refused is null && !item.CancellationToken.IsCancellationRequested)
            {
                item.State = WorkState.Queued;
                _lines[(int)item.Options.Priority].Prepend(item);
                AddDeadline(item);
                Monitor.Pulse(_gate);
                return;
            }

            item.State = WorkState.Ended;
        }

        if (refused is null)
        {
            _instruments.OnCancelled(item);
            item.Cancel();
        }
        else
        {
            Refuse(item, refused);
        }
    }

    /// <summary>Takes work out that its caller no longer wants. Work that runs is left to its device.</summary>
    public void Cancel(WorkItem item)
    {
        lock (_gate)
        {
            switch (item.State)
            {
                case WorkState.New:
                    item.State = WorkState.Ended;
                    break;
                case WorkState.Queued:
                    Leave(item, WorkState.Ended);
                    break;
                default:
                    return;
            }
        }

        _instruments.OnCancelled(item);
        item.Cancel();
    }

    /// <summary>Marks running work as over; its device completes it.</summary>
    public void End(WorkItem item)
    {
        lock (_gate)
        {
            item.State = WorkState.Ended;
        }
    }

    /// <summary>Makes waiting devices look for errands.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Refuses all further work, and ends what waits, with an error.</summary>
    /// <param name="error">Makes the error, one for each piece of work.</param>
    public void Close(Func<Exception> error)
    {
        List<WorkItem> waiting = [];
        lock (_gate)
        {
            _closed ??= error;
            while (Best() is { } item)
            {
                Leave(item, WorkState.Ended);
                waiting.Add(item);
            }

            Monitor.PulseAll(_gate);
        }

        foreach (var item in waiting)
        {
            Refuse(item, error());
        }
    }

    public void Dispose() => _timer.Dispose();

    // The first of each line is its oldest, and waiting adds the same to all: comparing the firsts compares everything.
    private WorkItem? Best()
    {
        WorkItem? best = null;
        for (var priority = _lines.Length - 1; priority >= 0; priority--)
        {
            if (_lines[priority].First is { } first && (best is null || Rank(first) < Rank(best)))
            {
                best = first;
            }
        }

        return best;
    }

    // Being a priority higher is worth having come that much earlier.
    private long Rank(WorkItem item) => item.Submitted - ((long)item.Options.Priority * _ageing);

    private void Leave(WorkItem item, WorkState state)
    {
        _lines[(int)item.Options.Priority].Remove(item);
        _deadlines.Remove(item);
        item.State = state;
    }

    private void Refuse(WorkItem item, Exception reason)
    {
        _instruments.OnRefused(item, reason);
        item.Fail(reason);
    }

    private QueueFullError Full(WorkItem item, int length) => new(
        $"The queue for {item.Options.Priority} work holds {length} pieces and its limit is {_limit}: {item.Operation} was not queued. Try again later, or raise the queue limit.");
}
