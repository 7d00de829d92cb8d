using System.Runtime.InteropServices;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Scheduling;

/// <content>Carries out what the core decides, and tells it what the devices do.</content>
public sealed partial class ComputeEngine : IWorkSource
{
    // What a timer takes; what is further off is looked at again then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    DeviceOrder IWorkSource.Next(DeviceWorker worker, out Batch? batch)
    {
        Outbox? decided;
        DeviceOrder order;
        lock (_gate)
        {
            batch = null;
            if (worker.HasErrands)
            {
                return DeviceOrder.Errands;
            }

            if (_disposal is not null)
            {
                return DeviceOrder.Stop;
            }

            order = SchedulerCore.IsToProbe(worker.Device) ? DeviceOrder.Probe
                : (batch = _core.Take(worker.Device, Now)) is not null ? DeviceOrder.Run
                : DeviceOrder.Wait;
            decided = Decided();
        }

        Act(decided);
        return order;
    }

    bool IWorkSource.TryCommit(Batch batch)
    {
        lock (_gate)
        {
            return SchedulerCore.TryCommit(batch);
        }
    }

    void IWorkSource.Done(DeviceWorker worker, Batch batch, in RunFigures figures)
    {
        Outbox? decided;
        lock (_gate)
        {
            _core.Done(batch, figures, Now);
            TellMemory(worker);
            decided = Decided();
        }

        Act(decided);
    }

    void IWorkSource.Failed(DeviceWorker worker, Batch batch, BatchFailure failure, Exception cause, in RunFigures figures)
    {
        Outbox? decided;
        lock (_gate)
        {
            _core.Failed(batch, failure, cause, figures, Now);
            TellMemory(worker);
            decided = Decided();
        }

        Act(decided);
    }

    void IWorkSource.Opened(DeviceWorker worker, Exception? failure)
    {
        if (failure is null)
        {
            LogInUse(_logger, worker.Id, worker.Candidate.Info.Name);
        }
        else
        {
            LogNotOpened(_logger, worker.Id, failure);
        }

        Outbox? decided;
        lock (_gate)
        {
            _core.Opened(worker.Device, failure, Now);
            decided = Decided();
        }

        Act(decided);
    }

    void IWorkSource.Probed(DeviceWorker worker, Exception? failure)
    {
        Outbox? decided;
        lock (_gate)
        {
            _core.Probed(worker.Device, failure, Now);
            decided = Decided();
        }

        Act(decided);
    }

    private void OnTimer()
    {
        Outbox? decided;
        lock (_gate)
        {
            _timerAt = long.MaxValue;
            _core.Tick(Now);
            decided = Decided();
        }

        Act(decided);
    }

    /// <summary>Takes out what the core has decided, under the lock; to be given to <see cref="Act"/> outside of it.</summary>
    private Outbox? Decided()
    {
        SetTimer();
        if (_core.Outbox.IsEmpty)
        {
            return null;
        }

        var decided = _core.TakeOutbox(Interlocked.Exchange(ref _spare, null) ?? new Outbox());
        foreach (var device in decided.Changes)
        {
            Show(device);
        }

        // Under the lock, so that observers hear things in the order in which they happened.
        foreach (var told in decided.Events)
        {
            Observers.Tell(told);
        }

        return decided;
    }

    private void Act(Outbox? decided)
    {
        if (decided is null)
        {
            return;
        }

        foreach (var device in decided.Calls)
        {
            _workers[device.Index].Call();
        }

        // Outside of the lock, as a batch may have thousands; and before their callers hear of it, who may ask the metrics at once.
        if (decided.Endings.Count > 0 && Observers.Any)
        {
            Observers.TellEnded(CollectionsMarshal.AsSpan(decided.Endings), _epoch);
        }

        foreach (var ending in decided.Endings)
        {
            End(ending);
        }

        foreach (var device in decided.Reopenings)
        {
            Reopen(device);
        }

        if (decided.OpenFallback)
        {
            LogFallback(_logger);
            _ = TakeOverAsync();
        }

        decided.Clear();
        Interlocked.Exchange(ref _spare, decided);
    }

    private void End(in Ending ending)
    {
        var item = ending.Item;
        Instruments.OnEnded(ending.Outcome);
        if (ending.Outcome == RequestOutcome.Completed)
        {
            item.Succeed(new WorkReceipt(item.Batch!.Device.Id, TimeSpan.FromTicks(item.Started - item.Submitted), TimeSpan.FromTicks(ending.At - item.Started)));
        }
        else if (ending.Error is { } error)
        {
            item.Fail(error);
        }
        else
        {
            item.Cancel();
        }

        if (item.Number > 0 && Interlocked.Decrement(ref _open) == 0)
        {
            CheckDrained();
        }
    }

    private void SetTimer()
    {
        var next = _core.NextTick();
        if (next >= _timerAt)
        {
            return;
        }

        // Up to whole milliseconds, which is what timers count in: a timer that rings early finds nothing due.
        _timerAt = next;
        var wait = Math.Ceiling((double)(next - Now) / TimeSpan.TicksPerMillisecond);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait, 0, LongestWait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private void TellMemory(DeviceWorker worker)
    {
        if (Observers.Any && worker.Memory is var use && worker.MemoryTold != use)
        {
            worker.MemoryTold = use;
            Observers.Tell(new DeviceMemory(worker.Id, _epoch.AddTicks(Now), use.LimitBytes, use.HeldBytes, use.InUseBytes, use.ResidentBytes));
        }
    }
}
