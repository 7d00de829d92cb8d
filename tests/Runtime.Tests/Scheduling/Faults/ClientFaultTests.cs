using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Scheduling.Faults;

/// <summary>What callers do to the engine.</summary>
public class ClientFaultTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_waits_for_company_is_cancelled_at_once()
    {
        await using var engine = await Engines.CpuAsync(_time, static o => o.BatchDelay = TimeSpan.FromSeconds(5));
        using var cancel = new CancellationTokenSource();
        int[] to = new int[2];
        var cancelled = engine.RunAsync(new GroupWork(new int[1], to.AsMemory(0, 1)), cancellationToken: cancel.Token);
        var other = engine.RunAsync(new GroupWork(new int[1], to.AsMemory(1, 1)), cancellationToken: Token);
        Assert.Equal(2, engine.QueueLength);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(other.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        await other;
        Assert.Equal([0, 1], to);
    }

    [Fact]
    public async Task Work_that_waits_for_its_next_attempt_is_cancelled_at_once()
    {
        var log = new EventLog();
        var bad = new Misfortune { What = static _ => throw new CudaException("launch failed") };
        await using var engine = await Engines.OnAsync([bad.Device("a")], o =>
        {
            o.RetryDelay = TimeSpan.FromSeconds(30);
            o.Observers.Add(log);
        }, time: _time);
        using var cancel = new CancellationTokenSource();
        var work = engine.RunAsync(new AddWork(new int[1], new int[1], 1), cancellationToken: cancel.Token);
        await log.FirstAsync<RequestRetried>(static _ => true);
        Assert.Equal(1, engine.QueueLength);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(0, engine.QueueLength);
    }

    [Fact]
    public async Task One_of_many_in_a_launch_is_cancelled_and_the_others_complete()
    {
        await using var engine = await Engines.CpuAsync(_time);
        using var gate = await Gate.HoldAsync(engine);
        using var cancel = new CancellationTokenSource();
        int[] from = Enumerable.Range(0, 50).ToArray(), to = new int[50];
        var works = from.Select(i => engine.RunAsync(
            new GroupWork(from.AsMemory(i, 1), to.AsMemory(i, 1), _ => cancel.Cancel()), cancellationToken: i == 20 ? cancel.Token : Token)).ToArray();
        gate.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => works[20]);
        await Task.WhenAll(works.Where((_, i) => i != 20));
        Assert.Equal(from.Where(static i => i != 20).Select(static i => i + 1), to.Where(static (_, i) => i != 20));
    }

    [Fact]
    public async Task Callers_that_vanish_leave_nothing_behind()
    {
        await using var engine = await Engines.CpuAsync();
        var kept = Vanish(engine);
        await engine.DrainAsync(Token);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(kept.Count(static k => k.IsAlive), 0, 5);
        Assert.Equal(1000, engine.Instruments.Completed);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Ten_thousand_at_once_each_end_done_or_refused_with_a_reason()
    {
        await using var engine = await Engines.OnAsync([Engines.Cpu("a"), Engines.Cpu("b")], static o => o.QueueLimit = 1000);
        using var gate = await Gate.HoldAsync(engine);
        using var other = await Gate.HoldAsync(engine);
        var works = new Task<WorkReceipt>[10_000];
        var to = new int[works.Length];
        Parallel.For(0, works.Length, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, i => works[i] = engine.RunAsync(new AddWork(new[] { i }, to.AsMemory(i, 1), 1), cancellationToken: Token));
        Assert.Equal(1000, engine.QueueLength);
        gate.Open();
        other.Open();
        var done = 0;
        for (var i = 0; i < works.Length; i++)
        {
            var error = await Record.ExceptionAsync(() => works[i]);
            Assert.True(error is null or QueueFullError, $"{error}");
            Assert.Equal(error is null ? i + 1 : 0, to[i]);
            done += error is null ? 1 : 0;
        }

        Assert.Equal(1000, done);
    }

    [Fact]
    public async Task Of_a_thousand_in_one_launch_only_the_bad_one_fails()
    {
        await using var engine = await Engines.CpuAsync();
        using var gate = await Gate.HoldAsync(engine);
        int[] from = Enumerable.Range(0, 1000).ToArray(), to = new int[1000];
        GroupWork? bad = null;
        var launches = 0;
        void Check(ReadOnlySpan<Kernels.Launching.IDeviceWork> group)
        {
            launches++;
            if (group.Contains(bad!))
            {
                throw new InvalidOperationException("bad on purpose");
            }
        }

        var works = from.Select(i => new GroupWork(from.AsMemory(i, 1), to.AsMemory(i, 1), Check)).ToArray();
        bad = works[617];
        var tasks = works.Select(w => engine.RunAsync(w, cancellationToken: Token)).ToArray();
        gate.Open();
        var error = await Assert.ThrowsAsync<DeviceFailedError>(() => tasks[617]);
        Assert.Contains("bad on purpose", error.Message, StringComparison.Ordinal);
        await Task.WhenAll(tasks.Where(static (_, i) => i != 617));
        Assert.Equal(from.Where(static i => i != 617).Select(static i => i + 1), to.Where(static (_, i) => i != 617));

        // Found in halves: two launches for each doubling, and one for the whole.
        Assert.InRange(launches, 11, 25);
    }

    [Fact]
    public async Task Of_a_thousand_in_one_launch_one_that_takes_devices_along_is_given_up_and_the_others_complete()
    {
        var dead = new HashSet<Accelerator>();
        GroupWork? poison = null;
        await using var engine = await Engines.OnAsync(
            [Engines.Cpu("a", kind: Runtime.Devices.DeviceKind.Cuda), Engines.Cpu("b", kind: Runtime.Devices.DeviceKind.Cuda), Engines.Cpu("c", kind: Runtime.Devices.DeviceKind.Cuda)],
            static o => o.RetryDelay = TimeSpan.Zero,
            accelerator =>
            {
                lock (dead)
                {
                    if (dead.Contains(accelerator))
                    {
                        throw new CudaException("the context is gone");
                    }
                }
            });
        int[] from = Enumerable.Range(0, 1000).ToArray(), to = new int[1000];
        void Kill(Accelerator accelerator, bool isPoison)
        {
            if (isPoison)
            {
                lock (dead)
                {
                    dead.Add(accelerator);
                }

                throw new CudaException("illegal address");
            }
        }

        var works = from.Select(i => new GroupWork(from.AsMemory(i, 1), to.AsMemory(i, 1), inScope: (group, scope) => Kill(scope.Accelerator, group.Contains(poison!)))).ToArray();
        poison = works[617];
        var tasks = works.Select(w => engine.RunAsync(w, cancellationToken: Token)).ToArray();
        await Assert.ThrowsAsync<PoisonedError>(() => tasks[617]);
        await Task.WhenAll(tasks.Where(static (_, i) => i != 617));
        Assert.Equal(from.Where(static i => i != 617).Select(static i => i + 1), to.Where(static (_, i) => i != 617));
    }

    [Fact]
    public async Task One_that_asks_for_everything_does_not_shut_another_out()
    {
        await using var engine = await Engines.CpuAsync(configure: static o => o.QueueLimit = 100);
        using var gate = await Gate.HoldAsync(engine);
        var greedy = new WorkOptions { Tenant = "greedy" };
        var order = new List<string>();
        var works = Enumerable.Range(0, 100).Select(_ => engine.RunAsync(new HostWork(_ => order.Add("greedy")), greedy, Token)).ToList();
        await Assert.ThrowsAsync<QueueFullError>(() => engine.RunAsync(new HostWork(_ => { }), greedy, Token));
        works.AddRange(Enumerable.Range(0, 5).Select(_ => engine.RunAsync(new HostWork(_ => order.Add("modest")), new WorkOptions { Tenant = "modest" }, Token)));
        gate.Open();
        await Task.WhenAll(works);

        // It came last and is done among the first: device time is shared, not the queue's order.
        Assert.InRange(order.LastIndexOf("modest"), 4, 60);
    }

    // Apart, so that nothing of it is on the test's stack.
    private static List<WeakReference> Vanish(ComputeEngine engine)
    {
        var kept = new List<WeakReference>();
        for (var i = 0; i < 1000; i++)
        {
            var to = new int[100];
            kept.Add(new WeakReference(to));
            _ = engine.RunAsync(new AddWork(new int[100], to, 1), cancellationToken: Token);
        }

        return kept;
    }
}
