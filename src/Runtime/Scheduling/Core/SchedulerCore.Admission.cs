namespace Gpu.Runtime.Scheduling.Core;

/// <content>How requests come in, and how they leave the queue without having run.</content>
internal sealed partial class SchedulerCore
{
    private readonly DeadlineList _deadlines = new();
    private readonly int[] _queued = new int[3];
    private long _numbers;
    private Func<Exception>? _closed;

    /// <summary>Queues a request, or ends it at once with the reason why not.</summary>
    public void Submit(WorkItem item, long now)
    {
        if (item.State != WorkState.New)
        {
            // Cancelled on its way here, and ended by that.
            return;
        }

        item.Submitted = now;
        if (Refusal(item, now) is { } refusal)
        {
            End(item, refusal.Outcome, refusal.Error, now);
            return;
        }

        item.Number = ++_numbers;
        item.Tenant = Activate(item.Options.Tenant);
        if (Math.Min(item.LargestBatch, _options.BatchLimit) > 1)
        {
            item.Group = GroupOf(item);
        }

        _deadlines.Add(item);
        Enqueue(item, atFront: false, now);
        if (_options.Followed())
        {
            Outbox.Events.Add(new RequestQueued(
                item.Number, At(now), item.Operation, item.BatchKey, item.Size, item.Options.Priority, item.Options.Tenant, item.Options.Deadline, Waiting));
        }

        CallDevices(now);
    }

    /// <summary>Takes out a request that its caller no longer wants. One that runs is left to its device.</summary>
    public void Cancel(WorkItem item, long now)
    {
        switch (item.State)
        {
            case WorkState.New:
                End(item, RequestOutcome.Cancelled, null, now);
                break;
            case WorkState.Forming or WorkState.Waiting or WorkState.Delayed:
                Leave(item);
                End(item, RequestOutcome.Cancelled, null, now);
                break;
        }
    }

    private (RequestOutcome Outcome, Exception Error)? Refusal(WorkItem item, long now)
    {
        if (_closed is not null)
        {
            return (RequestOutcome.Stopped, _closed());
        }

        if (IsHopeless())
        {
            return (RequestOutcome.DeviceFailed, NoDeviceLeft());
        }

        if (item.Deadline <= now)
        {
            return (RequestOutcome.DeadlineExceeded, Late(item, now));
        }

        return item.IsPart || HasRoom(item) ? null : (RequestOutcome.QueueFull, Full(item));
    }

    // A tenant that holds less than its share of a full queue is still let in, so that another cannot shut it out; the
    // queue holds twice its limit at most.
    private bool HasRoom(WorkItem item)
    {
        var priority = (int)item.Options.Priority;
        if (_queued[priority] < _options.QueueLimit)
        {
            return true;
        }

        if (_tenants.Count < 2 || _queued[priority] >= 2L * _options.QueueLimit)
        {
            return false;
        }

        var own = _tenants.GetValueOrDefault(item.Options.Tenant);
        var weight = own?.Weight ?? WeightOf(item.Options.Tenant);
        var all = own is { Active: > 0 } ? 0 : weight;
        foreach (var tenant in _tenants.Values)
        {
            all += tenant.Active > 0 ? tenant.Weight : 0;
        }

        return all > weight && (own?.Queued[priority] ?? 0) < _options.QueueLimit * weight / all;
    }

    private void Enqueue(WorkItem item, bool atFront, long now)
    {
        var priority = item.Options.Priority;
        Waiting++;
        _queued[(int)priority]++;
        item.Tenant!.Queued[(int)priority]++;
        item.State = WorkState.Waiting;
        if (item.Group is { } group)
        {
            group.Add(item, atFront, _options.Ageing);
            if (JoinForming(item, group, now))
            {
                return;
            }
        }

        var line = item.Tenant.Waiting[priority];
        if (atFront)
        {
            line.Prepend(item);
        }
        else
        {
            line.Add(item);
        }
    }

    /// <summary>Takes a request out of the queue.</summary>
    private void Leave(WorkItem item)
    {
        var priority = item.Options.Priority;
        Waiting--;
        _queued[(int)priority]--;
        item.Tenant!.Queued[(int)priority]--;
        if (item.State == WorkState.Waiting)
        {
            item.Tenant.Waiting[priority].Remove(item);
        }

        if (item.State != WorkState.Delayed && item.Group is { } group)
        {
            group.Remove(item);
            Forget(group);
        }

        _deadlines.Remove(item);
    }

    private void End(WorkItem item, RequestOutcome outcome, Exception? error, long now)
    {
        item.State = WorkState.Ended;
        if (item.Tenant is { } tenant)
        {
            tenant.Active--;
        }

        Outbox.Endings.Add(new Ending(item, outcome, error, now));
    }

    private void EndDue(long now)
    {
        while (_deadlines.First is { } item && item.Deadline <= now)
        {
            Leave(item);
            End(item, RequestOutcome.DeadlineExceeded, Late(item, now), now);
        }
    }

    private void EndWaiting(RequestOutcome outcome, Func<Exception> error, long now)
    {
        foreach (var tenant in _tenants.Values)
        {
            while (tenant.Waiting.Best() is { } item)
            {
                Leave(item);
                End(item, outcome, error(), now);
            }
        }

        while (_forming.Count > 0)
        {
            var item = _forming[^1].Best()!;
            Leave(item);
            End(item, outcome, error(), now);
        }

        while (_delayed.TryDequeue(out var item, out _))
        {
            if (item.State == WorkState.Delayed)
            {
                Leave(item);
                End(item, outcome, error(), now);
            }
        }
    }

    private static DeadlineExceededError Late(WorkItem item, long now) => new(
        $"{item.Operation} had not started at its deadline, {item.Options.Deadline:O}, after {TimeSpan.FromTicks(now - item.Submitted).TotalSeconds:0.###} s in the queue. Allow more time, or ask for less at once.");

    private QueueFullError Full(WorkItem item) => new(
        $"The queue for {item.Options.Priority} work holds {_queued[(int)item.Options.Priority]} pieces and its limit is {_options.QueueLimit}: {item.Operation} was not queued. Try again later, or raise the queue limit.");
}
