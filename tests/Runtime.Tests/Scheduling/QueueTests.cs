using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Scheduling;

public class QueueTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Higher_priority_goes_first_and_equals_in_order_of_arrival()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var gate = await Gate.HoldAsync(engine);
        var order = new List<string>();
        var works = new[] { ("a", WorkPriority.Low), ("b", WorkPriority.Normal), ("c", WorkPriority.High), ("d", WorkPriority.Normal), ("e", WorkPriority.High) }
            .Select(w => engine.RunAsync(new HostWork(_ => order.Add(w.Item1)), new WorkOptions { Priority = w.Item2 }, Token)).ToArray();
        gate.Open();
        await Task.WhenAll(works);
        Assert.Equal(["c", "e", "b", "d", "a"], order);
    }

    [Fact]
    public async Task Age_lifts_priority_so_that_nothing_starves()
    {
        await using var engine = await Engines.CpuAsync(_time, o => o.Ageing = TimeSpan.FromSeconds(1));
        using var gate = await Gate.HoldAsync(engine);
        var order = new List<string>();
        Task Queue(string name, WorkPriority priority) => engine.RunAsync(new HostWork(_ => order.Add(name)), new WorkOptions { Priority = priority }, Token);

        var low = Queue("low", WorkPriority.Low);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        var early = Queue("high, 1.9 s later", WorkPriority.High);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        var late = Queue("high, 2.1 s later", WorkPriority.High);
        gate.Open();
        await Task.WhenAll(low, early, late);
        Assert.Equal(["high, 1.9 s later", "low", "high, 2.1 s later"], order);
    }

    [Fact]
    public async Task Work_fails_at_its_deadline_while_the_device_is_still_busy()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var gate = await Gate.HoldAsync(engine);
        var start = _time.GetUtcNow();
        var ran = false;
        Task Queue(double seconds) => engine.RunAsync(new HostWork(_ => ran = true), new WorkOptions { Deadline = start.AddSeconds(seconds) }, Token);

        var second = Queue(2);
        var first = Queue(1);
        var never = engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.False(first.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        var error = await Assert.ThrowsAsync<DeadlineExceededError>(() => first);
        Assert.Contains("test.host", error.Message, StringComparison.Ordinal);
        Assert.Contains("after 1 s", error.Message, StringComparison.Ordinal);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<DeadlineExceededError>(() => second);

        gate.Open();
        await never;
        Assert.False(ran);
        await Assert.ThrowsAsync<DeadlineExceededError>(() => Queue(2));
    }

    [Fact]
    public async Task A_deadline_beyond_what_timers_take_still_holds()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var gate = await Gate.HoldAsync(engine);
        var work = engine.RunAsync(new HostWork(_ => { }), new WorkOptions { Deadline = _time.GetUtcNow().AddDays(100) }, Token);
        _time.Advance(TimeSpan.FromDays(99));
        Assert.False(work.IsCompleted);
        _time.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<DeadlineExceededError>(() => work);
    }

    [Fact]
    public async Task Cancelled_work_leaves_the_queue_at_once()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var gate = await Gate.HoldAsync(engine);
        using var cancel = new CancellationTokenSource();
        var ran = false;
        var work = engine.RunAsync(new HostWork(_ => ran = true), cancellationToken: cancel.Token);
        Assert.Equal(1, engine.QueueLength);
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal(0, engine.QueueLength);
        gate.Open();
        await engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);
        Assert.False(ran);
    }

    [Fact]
    public async Task Cancelled_work_that_runs_ends_first()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var cancel = new CancellationTokenSource();
        using var inside = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        var ended = false;
        var work = engine.RunAsync(new HostWork(_ =>
        {
            inside.Release();
            goOn.Wait(Token);
            ended = true;
        }), cancellationToken: cancel.Token);
        await inside.WaitAsync(Token);
        await cancel.CancelAsync();
        Assert.False(work.IsCompleted);
        goOn.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.True(ended);
    }

    [Fact]
    public async Task Cancelled_work_stops_at_its_next_use_of_the_device()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var cancel = new CancellationTokenSource();
        var after = false;
        var work = engine.RunAsync(new HostWork(scope =>
        {
            scope.Scratch<int>(10);
            cancel.Cancel();
            scope.Scratch<int>(10);
            after = true;
        }), cancellationToken: cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.False(after);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task A_token_cancelled_before_never_reaches_the_queue()
    {
        await using var engine = await Engines.CpuAsync(_time);
        var work = engine.RunAsync(new HostWork(_ => Assert.Fail("ran")), cancellationToken: new CancellationToken(true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(0, engine.Instruments.Queued);
    }

    [Fact]
    public async Task A_storm_of_cancellations_ends_every_piece_exactly_once_and_leaks_nothing()
    {
        await using var engine = await Engines.OnAsync([Engines.Cpu("cpu:0"), Engines.Cpu("cpu:1")], o => o.QueueLimit = 5000);
        var cancels = Enumerable.Range(0, 4000).Select(_ => new CancellationTokenSource()).ToArray();
        var to = new int[cancels.Length];
        var storm = Task.Run(() => Parallel.For(0, cancels.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Token }, i => cancels[(i * 7919) % cancels.Length].Cancel()), Token);
        var works = cancels.Select((c, i) => engine.RunAsync(new AddWork(new[] { i }, to.AsMemory(i, 1), 1), cancellationToken: c.Token)).ToArray();
        await storm;
        await Task.WhenAll(works.Select(w => w.ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default)));

        Assert.All(works, (w, i) => Assert.True(w.IsCanceled || (w.IsCompletedSuccessfully && to[i] == i + 1), $"{w.Status}"));
        Assert.Equal(0, engine.QueueLength);
        Assert.Equal(works.Count(w => w.IsCompletedSuccessfully), engine.Instruments.Completed);
        Engines.AssertNothingInUse(engine);
        Array.ForEach(cancels, c => c.Dispose());
    }
}
