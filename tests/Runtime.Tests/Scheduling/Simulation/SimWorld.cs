using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>
/// Drives the engine's own decisions with virtual time: events happen in their order, nothing runs, nothing waits. The same
/// seed gives the same history.
/// </summary>
internal sealed class SimWorld
{
    private const int MostEvents = 2_000_000;
    private readonly PriorityQueue<Action, (long At, long Number)> _events = new();
    private readonly List<SimDevice> _devices = [];
    private readonly Random _random;
    private readonly CoreOptions _options;
    private long _numbers;
    private long _tickAt = long.MaxValue;

    public SimWorld(CoreOptions options, Random random, CostModel? costs = null)
    {
        (_options, _random) = (options, random);
        Core = new SchedulerCore(options, costs ?? new CostModel(), DateTimeOffset.UnixEpoch);
        Check = new SimInvariants(this, options);
    }

    public SchedulerCore Core { get; }

    public SimInvariants Check { get; }

    public long Now { get; private set; }

    public IReadOnlyList<SimDevice> Devices => _devices;

    /// <summary>Makes the processor that takes over; null where that fails.</summary>
    public Func<CoreDevice, SimDevice?> Fallback { get; init; } = static _ => null;

    /// <summary>Ends a history in which something would go on happening for ever, such as a lost device being looked at.</summary>
    public Func<bool> Over { get; set; } = static () => false;

    /// <summary>Adds a device that is open at once.</summary>
    public SimDevice Add(string id, bool isProcessor, Func<CoreDevice, SimDevice> make)
    {
        var device = make(Core.AddDevice(id, id, isProcessor));
        _devices.Add(device);
        Core.Opened(device.Core, null, Now);
        Carry();
        return device;
    }

    public void At(long time, Action action) => _events.Enqueue(action, (Math.Max(time, Now), _numbers++));

    public WorkItem Submit(SimWork work, WorkOptions? options = null, long deadline = long.MaxValue, CancellationTokenSource? cancellation = null)
    {
        var item = new WorkItem(work, options ?? WorkOptions.Default, cancellation?.Token ?? default) { Deadline = deadline };
        Check.OnSubmit(item);
        Core.Submit(item, Now);
        Carry();
        return item;
    }

    public void Cancel(WorkItem item)
    {
        Core.Cancel(item, Now);
        Carry();
    }

    /// <summary>Runs until nothing is left to happen.</summary>
    public void Run()
    {
        for (var events = 0; !Over() && _events.TryDequeue(out var action, out var due); events++)
        {
            Assert.True(events < MostEvents, "the history does not end");
            Now = due.At;
            action();
            Carry();
            Check.Always();
        }

        Check.AtTheEnd();
    }

    private void Carry()
    {
        while (!Core.Outbox.IsEmpty)
        {
            var box = Core.TakeOutbox(new Outbox());
            foreach (var ending in box.Endings)
            {
                Check.OnEnd(ending);
            }

            foreach (var device in box.Calls)
            {
                // Threads wake up when they like.
                At(Now + _random.Next(1, 200), () => Come(_devices[device.Index]));
            }

            foreach (var device in box.Reopenings)
            {
                At(Now + TimeSpan.TicksPerMillisecond, () => Core.Probed(device, Canary(_devices[device.Index]), Now));
            }

            if (box.OpenFallback)
            {
                At(Now + (5 * TimeSpan.TicksPerMillisecond), OpenFallback);
            }
        }

        var next = Core.NextTick();
        if (next < _tickAt)
        {
            _tickAt = next;
            At(next, () =>
            {
                _tickAt = long.MaxValue;
                Core.Tick(Now);
            });
        }
    }

    private void OpenFallback()
    {
        var core = Core.AddDevice("cpu", "cpu", isProcessor: true, isFallback: true);
        var device = Fallback(core);
        _devices.Add(device ?? new SimDevice(core));
        Core.Opened(core, device is null ? new InvalidOperationException("no processor") : null, Now);
        if (device is null)
        {
            Core.FallbackFailed(Now);
        }
    }

    private void Come(SimDevice device)
    {
        if (device.Core.Running is not null)
        {
            return;
        }

        if (SchedulerCore.IsToProbe(device.Core))
        {
            Core.Probed(device.Core, Canary(device), Now);
            return;
        }

        if (Core.Take(device.Core, Now) is { } batch)
        {
            Check.OnStart(batch);
            Start(device, batch);
        }
    }

    private void Start(SimDevice device, Batch batch)
    {
        var ticks = Math.Max(1, (long)(device.Seconds(batch, _random) * TimeSpan.TicksPerSecond));
        var fate = _random.NextDouble();
        if ((fate -= device.HangChance) < 0)
        {
            // For good.
            return;
        }

        if ((fate -= device.LateChance) < 0)
        {
            At(batch.HangAt + ticks, () => Finish(device, batch));
        }
        else if (batch.Size > device.Room)
        {
            At(Now + (ticks / 10), () => Fail(device, batch, BatchFailure.OutOfMemory));
        }
        else if (Has(batch, SimNature.Bad))
        {
            At(Now + (ticks / 2), () => Fail(device, batch, BatchFailure.Work));
        }
        else if (device.LostNow || Has(batch, SimNature.Poison) || (fate -= device.LossChance) < 0)
        {
            At(Now + (ticks / 2), () => Fail(device, batch, BatchFailure.Lost));
        }
        else if ((fate -= device.FailureChance) < 0)
        {
            At(Now + (ticks / 2), () => Fail(device, batch, BatchFailure.Device));
        }
        else
        {
            At(Now + ticks, () => Finish(device, batch));
        }
    }

    private static bool Has(Batch batch, SimNature nature) => batch.Items.Exists(i => ((SimWork)i.Work).Nature == nature);

    private void Finish(SimDevice device, Batch batch)
    {
        if (SchedulerCore.TryCommit(batch))
        {
            Check.OnWrite(batch);
        }

        // Whatever happens while it writes: the end comes after it.
        At(Now + _random.Next(100), () =>
        {
            Core.Done(batch, default, Now);
            Come(device);
        });
    }

    private void Fail(SimDevice device, Batch batch, BatchFailure failure)
    {
        Core.Failed(batch, failure, new InvalidOperationException($"simulated {failure}"), default, Now);
        if (failure != BatchFailure.Lost)
        {
            Come(device);
        }
    }

    private InvalidOperationException? Canary(SimDevice device) => device.LostNow || _random.NextDouble() < device.CanaryFailureChance ? new InvalidOperationException("simulated canary failure") : null;
}
