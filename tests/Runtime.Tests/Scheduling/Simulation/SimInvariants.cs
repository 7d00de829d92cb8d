using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>What holds in every history.</summary>
internal sealed class SimInvariants(SimWorld world, CoreOptions options)
{
    private readonly Dictionary<WorkItem, Record> _records = [];

    public IEnumerable<(WorkItem Item, RequestOutcome Outcome)> Outcomes => _records.Select(r => (r.Key, r.Value.Outcome!.Value));

    /// <summary>Requests that have ended.</summary>
    public int Ended { get; private set; }

    /// <summary>When the last request ended.</summary>
    public long LastEnd { get; private set; }

    public int Batches { get; private set; }

    public void OnSubmit(WorkItem item) => _records.Add(item, new Record());

    /// <summary>What a test does at each start.</summary>
    public Action<Batch>? Started { get; set; }

    public void OnStart(Batch batch)
    {
        Started?.Invoke(batch);
        Batches++;
        Assert.NotEmpty(batch.Items);
        Assert.Single(batch.Items.Select(static i => i.BatchKey).Distinct());
        Assert.True(batch.Items.Count <= options.BatchLimit);
        foreach (var item in batch.Items)
        {
            Assert.Null(_records[item].Outcome);
            Assert.True(item.Deadline > world.Now, "a request started at its deadline or after");
            Assert.InRange(item.Attempts, 1, options.Attempts);
            Assert.Same(batch, item.Batch);
        }
    }

    public void OnWrite(Batch batch)
    {
        foreach (var item in batch.Items)
        {
            Assert.Null(_records[item].Outcome);
            Assert.Equal(1, ++_records[item].Writes);
        }
    }

    /// <summary>What a test does at each end.</summary>
    public Action<WorkItem>? Over { get; set; }

    public void OnEnd(in Ending ending)
    {
        Over?.Invoke(ending.Item);
        var record = _records[ending.Item];
        Assert.Null(record.Outcome);
        record.Outcome = ending.Outcome;
        LastEnd = world.Now;
        Ended++;
        Assert.Equal(WorkState.Ended, ending.Item.State);
        switch (ending.Outcome)
        {
            case RequestOutcome.Completed:
                Assert.Equal(1, record.Writes);
                break;
            case RequestOutcome.DeadlineExceeded:
                Assert.True(ending.Item.Deadline <= world.Now, "a request was late before its deadline");

                // One that ran when its deadline came is told when its attempt has failed.
                Assert.True(ending.Item.Batch is not null || world.Now - Math.Max(ending.Item.Deadline, ending.Item.Submitted) <= TimeSpan.TicksPerMillisecond, "a request was told too late that it is late");
                break;
            case RequestOutcome.Cancelled:
                Assert.True(ending.Item.IsCancelled);
                break;
            case RequestOutcome.Poisoned:
                Assert.Equal(options.Attempts, ending.Item.Attempts);
                break;
        }

        Assert.Equal(ending.Outcome is RequestOutcome.Completed or RequestOutcome.Cancelled, ending.Error is null);
    }

    /// <summary>Whether no device may be idle while anything waits: so where all are alike.</summary>
    public bool WorkConserving { get; set; }

    public void Always()
    {
        if (WorkConserving && world.Core.Waiting > world.Devices.Count(static d => d.Core is { IsIdle: true, Called: true }))
        {
            Assert.DoesNotContain(world.Devices, static d => d.Core is { IsIdle: true, Called: false });
        }

        // Twice the limit where tenants share the queue; what comes back for another attempt was in before.
        Assert.True(world.Core.Waiting + world.Core.Running <= (6 * options.QueueLimit) + (options.BatchLimit * world.Devices.Count), $"{world.Core.Waiting} wait");
        foreach (var device in world.Devices)
        {
            Assert.False(device.Core.Running is { Lease: LeaseState.Ended });
        }
    }

    public void AtTheEnd()
    {
        foreach (var (item, record) in _records)
        {
            Assert.True(record.Outcome is not null, $"request {item.Number} ({item.Operation}, {item.State}, attempt {item.Attempts}) was lost; devices: {Devices()}");
        }

        Assert.Equal((0, 0, 0), (world.Core.Waiting, world.Core.Running, world.Core.Leftovers));
    }

    private string Devices() => string.Join("; ", world.Devices.Select(static d => $"{d.Core.Id} {d.Core.State} {d.Core.Reason}"));

    private sealed class Record
    {
        public int Writes { get; set; }

        public RequestOutcome? Outcome { get; set; }
    }
}
