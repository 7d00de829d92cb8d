namespace Gpu.Runtime.Scheduling.Core;

/// <content>How batches end, and what becomes of their requests.</content>
internal sealed partial class SchedulerCore
{
    private readonly RetryBudget _budget = new();
    private readonly PriorityQueue<WorkItem, (long At, long Number)> _delayed = new();

    /// <summary>Asks for the right to write a batch's results into the callers' memory; then the lease is not taken back any more.</summary>
    /// <returns>False where the lease was taken back: the results are to be dropped.</returns>
    public static bool TryCommit(Batch batch)
    {
        if (batch.Lease != LeaseState.Held)
        {
            return false;
        }

        batch.Lease = LeaseState.Committing;
        return true;
    }

    /// <summary>A device has ended a batch, and its results are in the callers' memory unless the lease was taken back.</summary>
    public void Done(Batch batch, in RunFigures figures, long now)
    {
        var device = batch.Device;
        var late = Return(batch, figures, null, null, now);
        if (!late)
        {
            device.Failures = 0;
            device.Outages = now - device.InUseSince > _options.Quarantine ? 0 : device.Outages;
            device.BatchLimit = device.BatchLimit > int.MaxValue / 2 ? int.MaxValue : device.BatchLimit * 2;
            var ran = now - batch.Started;
            _costs.Learn(batch.CostKey, device.CostId, batch.Size, Math.Max(0, ran - figures.TransferTicks) / (double)TimeSpan.TicksPerSecond, figures.TransferTicks / (double)TimeSpan.TicksPerSecond, now);
            if (batch.Elsewhere > 0 && batch.Predicted > 0)
            {
                var slowness = Math.Max(1, ran) / (double)batch.Elsewhere;
                device.Slowness = device.Slowness == 0 ? slowness : device.Slowness + (0.2 * (slowness - device.Slowness));
            }

            Charge(batch, ran - batch.Assumed);
            foreach (var item in batch.Items)
            {
                Running--;
                _budget.OnSuccess();
                End(item, item.IsCancelled ? RequestOutcome.Cancelled : RequestOutcome.Completed, null, now);
            }
        }

        Unsettle();
        CallDevices(now);
    }

    /// <summary>A device could not end a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="figures">What was measured.</param>
    /// <param name="now">The time.</param>
    public void Failed(Batch batch, BatchFailure failure, Exception cause, in RunFigures figures, long now)
    {
        var device = batch.Device;
        var late = Return(batch, figures, failure, cause.Message, now);
        if (failure == BatchFailure.Lost)
        {
            Lose(device, $"it was lost while it ran {batch.Items[0].Operation}: {cause.Message}", now);
        }
        else if (!late)
        {
            Count(device, batch, failure, cause, now);
        }

        if (!late)
        {
            Running -= batch.Items.Count;
            Settle(batch, failure, cause, now);
        }

        Unsettle();
        GiveUpWhereHopeless(now);
        CallDevices(now);
    }

    /// <summary>The device has come back from a batch.</summary>
    /// <returns>Whether it came too late.</returns>
    private bool Return(Batch batch, in RunFigures figures, BatchFailure? failure, string? reason, long now)
    {
        var device = batch.Device;
        var late = batch.Lease == LeaseState.Revoked;
        device.Running = null;
        batch.Lease = LeaseState.Ended;
        if (_options.Observed())
        {
            Outbox.Events.Add(new BatchEnded(
                batch.Number, At(now), device.Id, batch.Items[0].Operation, batch.Items.Count, batch.Size, TimeSpan.FromTicks(now - batch.Started), TimeSpan.FromTicks(figures.TransferTicks),
                TimeSpan.FromTicks(batch.Predicted), figures.BytesIn, figures.BytesOut, failure, reason, late));
        }

        if (late)
        {
            // It was taken out of use when its time was over; that it came back is a reason to ask it for a canary.
            device.ProbeAt = now + Wait(device);
            Change(device, DeviceState.Quarantined, $"{device.Reason}; it came back after {TimeSpan.FromTicks(now - batch.Started).TotalSeconds:0.###} s, and is probed", now);
        }

        return late;
    }

    /// <summary>Decides for each request of a failed batch whether it is over or tried again.</summary>
    private void Settle(Batch batch, BatchFailure failure, Exception cause, long now)
    {
        var items = batch.Items;
        if (items.Count > 1 && failure is (BatchFailure.Work or BatchFailure.Device or BatchFailure.OutOfMemory))
        {
            Halve(batch, failure, cause, now);
            return;
        }

        // One retry, however many requests it has.
        var isAffordable = failure == BatchFailure.Work || _budget.TryTake();

        // From the last to the first: they are put back to the front of their lines.
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var item = items[i];
            item.LastFailure = $"{batch.Device.Id}: {cause.Message}";
            item.Tried |= batch.Device.Bit;
            item.Group = null;
            if (item.IsCancelled)
            {
                End(item, RequestOutcome.Cancelled, null, now);
            }
            else if (GiveUp(item, batch, failure, cause, isAffordable) is { } end)
            {
                End(item, end.Outcome, end.Error, now);
            }
            else
            {
                Retry(item, batch.Device, failure, cause, now + (_options.Backoff << (item.Attempts - 1)), now);
            }
        }
    }

    // Which of them it was is found in halves, and none of the others pays for it with an attempt.
    private void Halve(Batch batch, BatchFailure failure, Exception cause, long now)
    {
        List<WorkItem> first = [], second = [];
        var items = batch.Items;
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var item = items[i];
            item.Attempts--;
            item.Group = null;
            item.Tried |= failure == BatchFailure.Work ? 0 : batch.Device.Bit;
            item.LastFailure = $"{batch.Device.Id}: {cause.Message}";
            if (item.IsCancelled)
            {
                End(item, RequestOutcome.Cancelled, null, now);
                continue;
            }

            var half = i < items.Count / 2 ? first : second;
            half.Add(item);
            item.Half = half;
            Retry(item, batch.Device, failure, cause, now, now);
        }

        if (failure == BatchFailure.OutOfMemory)
        {
            batch.Device.BatchLimit = Math.Max(1, items.Count / 2);

            // Half of it may well have room where the whole had none.
            first.ForEach(item => item.Tried &= ~batch.Device.Bit);
            second.ForEach(item => item.Tried &= ~batch.Device.Bit);
        }
    }

    private (RequestOutcome Outcome, Exception Error)? GiveUp(WorkItem item, Batch batch, BatchFailure failure, Exception cause, bool isAffordable)
    {
        if (failure == BatchFailure.Work)
        {
            return (RequestOutcome.Failed, new DeviceFailedError($"{item.Operation} failed on {batch.Device.Id}: {cause.Message}", cause));
        }

        if (item.Attempts >= _options.Attempts)
        {
            if (failure == BatchFailure.OutOfMemory)
            {
                return (RequestOutcome.DeviceFailed, new DeviceFailedError($"{item.Operation} found no room in {item.Attempts} attempts, the last on {item.LastFailure}", cause));
            }

            // Three devices in turn are not at fault: what they were blamed for is forgiven.
            Forgive(item);
            return (RequestOutcome.Poisoned, new PoisonedError($"{item.Operation} failed {item.Attempts} attempts, the last on {item.LastFailure}. It is not tried again.", cause));
        }

        if (IsHopeless())
        {
            return (RequestOutcome.DeviceFailed, new DeviceFailedError($"{item.Operation} failed on {batch.Device.Id}, and no other device is left: {batch.Device.Reason}", cause));
        }

        return isAffordable
            ? null
            : (RequestOutcome.DeviceFailed, new DeviceFailedError($"{item.Operation} failed on {item.LastFailure}. It is not tried again: too much fails at the moment.", cause));
    }

    private void Retry(WorkItem item, CoreDevice device, BatchFailure failure, Exception cause, long notBefore, long now)
    {
        if (_stopped)
        {
            End(item, RequestOutcome.Stopped, _closed!(), now);
            return;
        }

        _deadlines.Add(item);
        if (notBefore <= now)
        {
            Enqueue(item, atFront: true, now);
        }
        else
        {
            item.State = WorkState.Delayed;
            Waiting++;
            _queued[(int)item.Options.Priority]++;
            item.Tenant!.Queued[(int)item.Options.Priority]++;
            _delayed.Enqueue(item, (notBefore, item.Number));
        }

        if (_options.Observed())
        {
            Outbox.Events.Add(new RequestRetried(item.Number, At(now), item.Attempts + 1, device.Id, failure, cause.Message, At(notBefore)));
        }
    }

    private void RetryDelayed(long now)
    {
        while (_delayed.TryPeek(out var item, out var retry) && retry.At <= now)
        {
            _delayed.Dequeue();
            if (item.State == WorkState.Delayed)
            {
                Leave(item);
                _deadlines.Add(item);
                Enqueue(item, atFront: true, now);
                Unsettle();
            }
        }
    }
}
