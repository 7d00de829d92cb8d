using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Scheduling;

public class ObserverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_s_whole_way_is_told_in_order_with_what_was_predicted_for_every_device()
    {
        var log = new EventLog();
        await using var engine = await Engines.OnAsync([Engines.Cpu("a"), Engines.Cpu("b")], o => o.Observers.Add(log));
        for (var i = 0; i < 40; i++)
        {
            await engine.RunAsync(new AddWork(new int[1000], new int[1000], 1), new WorkOptions { Tenant = "somebody", Priority = WorkPriority.High }, Token);
        }

        await engine.DisposeAsync();
        var all = log.All.ToList();
        var queued = all.OfType<RequestQueued>().Last();
        Assert.Equal(("test.add", "test.add:1000", 1000, "somebody", WorkPriority.High), (queued.Operation, queued.BatchKey, queued.Size, queued.Tenant, queued.Priority));
        var placed = Assert.Single(all.OfType<BatchPlaced>(), b => b.Requests.Contains(queued.Request));
        Assert.Equal(["a", "b"], placed.Considered.Select(static f => f.Device));
        Assert.All(placed.Considered, static f => Assert.True(f.End > f.Start));

        // The one that was predicted to end first.
        Assert.Equal(placed.Considered.MinBy(static f => f.End).Device, placed.Device);
        var started = Assert.Single(all.OfType<BatchStarted>(), b => b.Batch == placed.Batch);
        var ended = Assert.Single(all.OfType<BatchEnded>(), b => b.Batch == placed.Batch);
        Assert.True(started.Predicted > TimeSpan.Zero && ended.Ran > TimeSpan.Zero && ended is { Failure: null, Dropped: false, Count: 1 });
        Assert.Equal(started.Predicted, ended.Predicted);
        var over = Assert.Single(all.OfType<RequestEnded>(), r => r.Request == queued.Request);
        Assert.Equal((RequestOutcome.Completed, placed.Device, placed.Batch, 1), (over.Outcome, over.Device, over.Batch, over.Attempts));
        Assert.Equal(new object[] { queued, placed, started, ended, over }, all.Where(e => ReferenceEquals(e, queued) || ReferenceEquals(e, placed) || ReferenceEquals(e, started) || ReferenceEquals(e, ended) || e.Equals(over)));
        Assert.Contains(all.OfType<DeviceMemory>(), static m => m is { HeldBytes: > 0, InUseBytes: 0 });
    }

    [Fact]
    public async Task A_request_that_is_refused_is_told_with_its_reason()
    {
        var log = new EventLog();
        await using var engine = await Engines.CpuAsync(configure: o =>
        {
            o.QueueLimit = 1;
            o.Observers.Add(log);
        });
        using var gate = await Gate.HoldAsync(engine);
        var first = engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);
        await Assert.ThrowsAsync<QueueFullError>(() => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token));
        var refused = Assert.Single(log.All.OfType<RequestEnded>());
        Assert.Equal((0, RequestOutcome.QueueFull), (refused.Request, refused.Outcome));
        Assert.Contains("limit is 1", refused.Reason, StringComparison.Ordinal);
        gate.Open();
        await first;
    }

    [Fact]
    public async Task An_observer_that_throws_costs_nobody_anything()
    {
        var log = new EventLog();
        await using var engine = await Engines.CpuAsync();
        using (engine.Observers.Add(new Throwing()))
        using (engine.Observers.Add(log))
        {
            await engine.RunAsync(new AddWork(new int[1], new int[1], 1), cancellationToken: Token);
            await log.FirstAsync<RequestEnded>(static _ => true);
        }

        var told = log.All.Count;
        await engine.RunAsync(new AddWork(new int[1], new int[1], 1), cancellationToken: Token);
        Assert.Equal(told, log.All.Count);
    }

    [Fact]
    public async Task Pocl_and_the_processor_share_work_as_two_devices_and_give_the_same_bits()
    {
        await using var engine = await Engines.OnAsync([Engines.Pocl("opencl:0"), Engines.Cpu("cpu:0")]);
        var devices = new HashSet<string>();
        for (var i = 0; i < 30; i++)
        {
            int[] from = Enumerable.Range(i, 5000).ToArray(), one = new int[5000], other = new int[5000];
            var receipts = await Task.WhenAll(
                engine.RunAsync(new AddWork(from, one, 3), cancellationToken: Token), engine.RunAsync(new AddWork(from, other, 3), cancellationToken: Token));
            Assert.Equal(from.Select(static x => x + 3), one);
            Assert.Equal(one, other);
            devices.UnionWith(receipts.Select(static r => r.DeviceId));
        }

        Assert.Equal(["cpu:0", "opencl:0"], devices.Order());
        Engines.AssertNothingInUse(engine);
    }

    private sealed class Throwing : IEngineObserver
    {
        public void OnRequestQueued(RequestQueued request) => throw new InvalidOperationException("on purpose");

        public void OnBatchPlaced(BatchPlaced batch) => throw new InvalidOperationException("on purpose");

        public void OnBatchStarted(BatchStarted batch) => throw new InvalidOperationException("on purpose");

        public void OnBatchEnded(BatchEnded batch) => throw new InvalidOperationException("on purpose");

        public void OnRequestRetried(RequestRetried request) => throw new InvalidOperationException("on purpose");

        public bool FollowsRequests => true;

        public bool WantsReasons => false;

        public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch) => throw new InvalidOperationException("on purpose");

        public void OnDeviceChanged(DeviceChanged device) => throw new InvalidOperationException("on purpose");

        public void OnMemoryChanged(DeviceMemory memory) => throw new InvalidOperationException("on purpose");
    }
}
