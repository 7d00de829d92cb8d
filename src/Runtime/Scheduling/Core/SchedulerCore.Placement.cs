using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Scheduling.Core;

/// <content>
/// Which device gets what. A plan goes through the queue in the order of turns and gives each batch to the device that would
/// end it first, as dmda does; but only what starts now is bound. The rest is planned anew at the next event, so that no batch
/// ever waits for a device that turned out slow, is lost, or has got something more urgent: what other schedulers steal back
/// is here never given away.
/// </content>
internal sealed partial class SchedulerCore
{
    // How far a plan looks. A device that is a hundred times slower than another should see a hundred batches of it.
    private const int BatchesAhead = 256;
    private const int RequestsAhead = 4096;

    // Fewer are not worth a device of their own.
    private const int SmallestShare = 16;

    private long _plans;
    private long _batches;
    private long _replanAt = long.MaxValue;
    private bool _settled;

    /// <summary>Gives a device that is free its next batch; null where there is nothing that it should run now.</summary>
    public Batch? Take(CoreDevice device, long now)
    {
        device.Called = false;
        EndDue(now);
        return device.IsIdle ? Plan(device, now) : null;
    }

    /// <summary>Calls the devices that are free and should run something of what waits.</summary>
    private void CallDevices(long now)
    {
        if (Waiting > 0 && !_paused && !_settled && CountIdle() > 0)
        {
            Plan(null, now);
        }
    }

    /// <summary>Something has changed that may make another plan right.</summary>
    private void Unsettle() => _settled = false;

    private Batch? Plan(CoreDevice? taker, long now)
    {
        _replanAt = long.MaxValue;
        if (_paused || Waiting == 0)
        {
            return null;
        }

        var idle = BeginPlan(taker, now);
        var planned = 0;
        for (var seen = 0; seen < RequestsAhead && planned < BatchesAhead && idle > 0; seen++)
        {
            if (NextCandidate() is not { } seed)
            {
                break;
            }

            var count = PlannedCount(seed, idle);
            if (count == 0)
            {
                continue;
            }

            planned++;
            if (Choose(seed, count, now) is not { } device)
            {
                continue;
            }

            if (device.IsIdle && device.PlannedBatches == 0)
            {
                if (ReferenceEquals(device, taker))
                {
                    return Start(seed, device, count, now);
                }

                // One that was called before is not counted any more.
                idle -= device.Called ? 0 : 1;
                Call(device);
            }

            device.PlannedBatches++;
            seed.PlannedFor = device;
        }

        Rest(idle, planned == BatchesAhead, now);
        return null;
    }

    // Idle devices were passed over, because others are sooner: looked at again when one of those is late.
    private void Rest(int idle, bool farEnough, long now)
    {
        if (idle == 0)
        {
            return;
        }

        _settled = farEnough;
        foreach (var device in _devices)
        {
            if (device.InUse && device.Running is { } batch)
            {
                _replanAt = Math.Min(_replanAt, Math.Max(ExpectedEnd(batch), now + TimeSpan.TicksPerMillisecond));
            }
        }
    }

    /// <summary>Forgets the plan before.</summary>
    /// <returns>Devices that have nothing to do.</returns>
    private int BeginPlan(CoreDevice? taker, long now)
    {
        _plans++;
        _settled = false;
        var idle = 0;
        (_usable, _usableMain, _usableProcessors) = (0, 0, 0);
        foreach (var device in _devices)
        {
            device.PlannedBatches = 0;
            if (!device.InUse)
            {
                continue;
            }

            _usable |= device.Bit;
            _usableMain |= device.IsFallback ? 0 : device.Bit;
            _usableProcessors |= device.IsProcessor ? device.Bit : 0;
            device.PlannedFree = device.Running is { } batch ? FreeAt(batch, now) : now;
            idle += device.IsIdle && (!device.Called || ReferenceEquals(device, taker)) ? 1 : 0;
        }

        foreach (var tenant in _tenants.Values)
        {
            tenant.Planned = tenant.Used;
            for (var priority = WorkPriority.Low; priority <= WorkPriority.High; priority++)
            {
                tenant.Cursors[(int)priority] = tenant.Waiting[priority].First;
            }
        }

        return idle;
    }

    private static bool HasCandidate(Tenant tenant) => tenant.Cursors[0] is not null || tenant.Cursors[1] is not null || tenant.Cursors[2] is not null;

    private WorkItem? NextCandidate()
    {
        if (NextTenant() is not { } tenant)
        {
            return null;
        }

        var cursors = tenant.Cursors;
        var item = tenant.Waiting.Better(tenant.Waiting.Better(cursors[2], cursors[1]), cursors[0])!;
        cursors[(int)item.Options.Priority] = item.TurnLink.Next;
        return item;
    }

    /// <summary>How many requests the candidate's batch would have; 0 where it belongs to one that is planned already.</summary>
    private int PlannedCount(WorkItem seed, int idle)
    {
        if (seed.Half is { } half)
        {
            return ReferenceEquals(half.FindLast(static i => i.State == WorkState.Waiting), seed) ? half.Count(static i => i.State == WorkState.Waiting) : 0;
        }

        if (seed.Group is not { } group)
        {
            return 1;
        }

        if (group.PlanNumber != _plans)
        {
            (group.PlanNumber, group.Planned, group.PlanSkip) = (_plans, 0, 0);
        }

        if (group.PlanSkip > 0)
        {
            group.PlanSkip--;
            return 0;
        }

        var left = group.Count - group.Planned;
        var share = Math.Max(SmallestShare, (left + idle - 1) / idle);
        var count = Math.Min(Math.Min(left, share), Math.Min(seed.LargestBatch, _options.BatchLimit));
        group.Planned += count;
        group.PlanSkip = count - 1;
        return count;
    }

    private Batch Start(WorkItem seed, CoreDevice device, int count, long now)
    {
        _served = Math.Max(_served, seed.Tenant!.Used);
        var stolenFrom = seed.PlannedFor is { } other && !ReferenceEquals(other, device) ? other.Id : null;
        var elsewhere = double.PositiveInfinity;
        foreach (var rival in _devices)
        {
            // As estimated when this device was chosen.
            elsewhere = rival.InUse && !ReferenceEquals(rival, device) && rival.Estimate.Knowledge != CostKnowledge.None ? Math.Min(elsewhere, rival.Estimate.Total) : elsewhere;
        }

        var observed = _options.Observed();
        var isExplained = observed && _options.Explained();
        var forecasts = isExplained ? Forecasts(seed, count, now) : [];
        var batch = Form(seed, device, Limit(seed, device, count), now);
        batch.CostKey = CostKey(seed.Operation, batch.Items.Count);
        var estimate = _costs.Predict(batch.CostKey, device.CostId, batch.Size);
        batch.Started = now;
        batch.Predicted = Ticks(estimate.Total);
        batch.Assumed = batch.Predicted > 0 ? batch.Predicted : Unknown;
        batch.Elsewhere = double.IsPositiveInfinity(elsewhere) || batch.Items.Count != count ? 0 : Ticks(elsewhere);
        batch.HangAt = now + HangAfter(estimate);
        device.Running = batch;
        Charge(batch, batch.Assumed);
        if (observed)
        {
            var numbers = isExplained ? new long[batch.Items.Count] : [];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = batch.Items[i].Number;
            }

            Outbox.Events.Add(new BatchPlaced(batch.Number, At(now), seed.Operation, seed.BatchKey, batch.Items.Count, numbers, batch.Size, device.Id, forecasts, stolenFrom));
            Outbox.Events.Add(new BatchStarted(batch.Number, At(now), device.Id, TimeSpan.FromTicks(batch.Predicted), Waiting));
        }

        return batch;
    }

    // What should take long enough already gains nothing from being more, and would keep more urgent work waiting.
    private int Limit(WorkItem seed, CoreDevice device, int count)
    {
        count = Math.Min(count, device.BatchLimit);
        if (count > SmallestShare && _costs.Predict(CostKey(seed.Operation, count), device.CostId, (double)seed.Size * count) is { Knowledge: not CostKnowledge.None } estimate)
        {
            var ticks = Ticks(estimate.Total);
            count = ticks > _options.BatchTime ? Math.Max(SmallestShare, (int)(count * ((double)_options.BatchTime / ticks))) : count;
        }

        return count;
    }

    // A poisoned estimate must neither cut work off nor protect what hangs.
    private long HangAfter(CostEstimate estimate) => Math.Clamp(Ticks(50 * estimate.Total), _options.HangTimeout, 10 * _options.HangTimeout);

    private static long ExpectedEnd(Batch batch) => batch.Started + batch.Assumed;

    // One that is late is likely to be later still.
    private static long FreeAt(Batch batch, long now) => ExpectedEnd(batch) is var end && end > now ? end : now + ((now - batch.Started) / 4);

    private List<Forecast> Forecasts(WorkItem seed, int count, long now)
    {
        var eligible = Eligible(seed);
        List<Forecast> forecasts = [];
        foreach (var device in _devices)
        {
            if ((eligible & device.Bit) != 0)
            {
                var estimate = _costs.Predict(CostKey(seed.Operation, count), device.CostId, (double)seed.Size * count);
                var start = device.Running is { } batch ? FreeAt(batch, now) : now;
                forecasts.Add(new Forecast(
                    device.Id, At(start), At(start + Ticks(estimate.Total)), TimeSpan.FromTicks(Ticks(estimate.Transfer)), estimate.Knowledge == CostKnowledge.Trusted));
            }
        }

        return forecasts;
    }

    private int CountIdle()
    {
        var idle = 0;
        foreach (var device in _devices)
        {
            idle += device.IsIdle && !device.Called ? 1 : 0;
        }

        return idle;
    }

    private void Call(CoreDevice device)
    {
        if (!device.Called)
        {
            device.Called = true;
            Outbox.Calls.Add(device);
        }
    }
}
