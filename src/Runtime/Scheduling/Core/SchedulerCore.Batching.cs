namespace Gpu.Runtime.Scheduling.Core;

/// <content>How requests of one key come together.</content>
internal sealed partial class SchedulerCore
{
    // Keys that come and go must not fill the memory, and a key that comes again at once need not be made again.
    private const int GroupsKept = 256;

    private readonly Dictionary<string, KeyGroup> _groups = new(StringComparer.Ordinal);
    private readonly List<KeyGroup> _forming = [];

    private KeyGroup GroupOf(WorkItem item)
    {
        if (!_groups.TryGetValue(item.BatchKey, out var group))
        {
            _groups.Add(item.BatchKey, group = new KeyGroup(item.BatchKey, item.Operation));
        }

        return group;
    }

    private void Forget(KeyGroup group)
    {
        if (group.Count > 0)
        {
            return;
        }

        if (group.Forming)
        {
            group.Forming = false;
            _forming.Remove(group);
        }

        if (_groups.Count > GroupsKept)
        {
            _groups.Remove(group.Key);
        }
    }

    /// <summary>Lets a request that has joined its group wait for company, where it is to.</summary>
    /// <returns>Whether it waits.</returns>
    private bool JoinForming(WorkItem item, KeyGroup group, long now)
    {
        if (_options.BatchDelay == 0)
        {
            return false;
        }

        if (!group.Forming)
        {
            // A group that waits for a device already takes in whoever comes.
            if (group.Count > 1)
            {
                return false;
            }

            // The stream has changed its shape: no more of the other will come for now.
            for (var i = _forming.Count - 1; i >= 0; i--)
            {
                if (_forming[i].Operation == group.Operation)
                {
                    CloseForming(_forming[i]);
                }
            }

            group.Forming = true;
            group.ClosesAt = now + _options.BatchDelay;
            _forming.Add(group);
        }

        item.State = WorkState.Forming;
        if (item.Deadline != long.MaxValue)
        {
            // In time to be computed before, as far as that is known, and to be given out at all.
            group.ClosesAt = Math.Min(group.ClosesAt, Math.Max(now, item.Deadline - LongestRun(group) - TimeSpan.TicksPerMillisecond));
        }

        if (group.Count >= Math.Min(item.LargestBatch, _options.BatchLimit) || group.ClosesAt <= now)
        {
            CloseForming(group);
        }

        return true;
    }

    private void CloseFormed(long now)
    {
        for (var i = _forming.Count - 1; i >= 0; i--)
        {
            if (_forming[i].ClosesAt <= now)
            {
                CloseForming(_forming[i]);
            }
        }
    }

    private void CloseForming(KeyGroup group)
    {
        group.Forming = false;
        _forming.Remove(group);
        group.ForEach(static item =>
        {
            item.State = WorkState.Waiting;
            item.Tenant!.Waiting[item.Options.Priority].Add(item);
        });
    }

    private long LongestRun(KeyGroup group)
    {
        var longest = 0.0;
        foreach (var device in _devices)
        {
            longest = device.InUse ? Math.Max(longest, _costs.Predict(CostKey(group.Operation, group.Count), device.CostId, group.Size).Total) : longest;
        }

        return Ticks(longest);
    }

    /// <summary>Takes a request, and those that run with it, out of the queue and onto a device.</summary>
    private Batch Form(WorkItem seed, CoreDevice device, int limit, long now)
    {
        var batch = new Batch { Number = ++_batches, Device = device };
        if (seed.Half is { } half)
        {
            // They were put down from the last to the first.
            for (var i = half.Count - 1; i >= 0; i--)
            {
                if (half[i].State == WorkState.Waiting)
                {
                    Join(batch, half[i], now);
                }
            }
        }
        else
        {
            var group = seed.Group;
            Join(batch, seed, now);
            while (batch.Items.Count < limit && group?.Best() is { } next)
            {
                Join(batch, next, now);
            }
        }

        return batch;
    }

    private void Join(Batch batch, WorkItem item, long now)
    {
        Leave(item);
        item.State = WorkState.Running;
        item.Half = null;
        item.Attempts++;
        item.Started = now;
        item.Batch = batch;
        batch.Items.Add(item);
        batch.Size += item.Size;
        Running++;
    }

    // Many small ones cost something else than one that is as large as they are together.
    private static string CostKey(string operation, int count) => count > 1 ? $"{operation}*" : operation;
}
