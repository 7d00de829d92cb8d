using Gpu.Runtime.Memory;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using ILGPU.Runtime.Cuda;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Scheduling.Faults;

/// <summary>Real accelerators side by side, on which things go wrong: nothing is lost, nothing leaks.</summary>
public class DeviceFaultTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Misfortune _first = new();
    private readonly Misfortune _second = new();
    private readonly EventLog _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_launch_that_throws_is_tried_on_another_device_and_the_device_is_quarantined()
    {
        _first.What = static _ => throw new CudaException("launch failed");
        await using var engine = await EngineAsync();
        await AddAsync(engine, 20);
        Assert.All(_log.All.OfType<RequestEnded>(), static e => Assert.Equal((RequestOutcome.Completed, "b"), (e.Outcome, e.Device)));
        Assert.Equal(3, _first.Runs);
        var device = Assert.Single(engine.Devices, static d => !d.InUse);
        Assert.Contains("failed 3 times in a row", device.Refusal, StringComparison.Ordinal);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task A_device_that_works_again_is_readmitted_by_a_canary_and_not_before()
    {
        _first.What = static _ => throw new CudaException("launch failed");
        await using var engine = await EngineAsync();
        await AddAsync(engine, 5);
        await _log.FirstAsync<DeviceChanged>(static d => d is { Device: "a", State: DeviceState.Quarantined });
        var runs = _first.Runs;

        _time.Advance(TimeSpan.FromSeconds(5));
        await _log.FirstAsync<DeviceChanged>(static d => d.Reason.Contains("the canary failed", StringComparison.Ordinal));
        Assert.Equal(runs + 1, _first.Runs);

        // Twice as long as before.
        _first.Heal();
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.DoesNotContain(_log.All.OfType<DeviceChanged>(), static d => d.Reason == "the canary came back");
        _time.Advance(TimeSpan.FromSeconds(1));
        await _log.FirstAsync<DeviceChanged>(static d => d.Reason == "the canary came back");
        Assert.All(engine.Devices, static d => Assert.True(d.InUse));
        await AddAsync(engine, 5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Work_that_hangs_goes_elsewhere_and_what_comes_late_is_written_nowhere(bool pocl)
    {
        using var hold = new ManualResetEventSlim();
        using var inside = new SemaphoreSlim(0);
        _first.What = execute =>
        {
            inside.Release();
            hold.Wait();
            execute();
        };
        await using var engine = await Engines.OnAsync([pocl ? _first.Pocl("a") : _first.Device("a"), _second.Device("b")], o => Configure(o, _log), null, _time);
        int[] to = new int[100];
        var work = engine.RunAsync(new AddWork(Enumerable.Range(0, 100).ToArray(), to, 1), cancellationToken: Token);
        await inside.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(work.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("b", (await work).DeviceId);
        Assert.Equal(Enumerable.Range(1, 100), to);
        Assert.Contains("lease was taken back", engine.Devices[0].Refusal, StringComparison.Ordinal);

        // The caller has its memory back, and does with it what it likes.
        Array.Fill(to, -1);
        _first.Heal();
        hold.Set();
        var late = await _log.FirstAsync<BatchEnded>(static b => b.Device == "a");
        Assert.True(late is { Dropped: true, Failure: null });
        Assert.All(to, static x => Assert.Equal(-1, x));

        _time.Advance(TimeSpan.FromSeconds(5));
        await _log.FirstAsync<DeviceChanged>(static d => d.Reason == "the canary came back");
        await AddAsync(engine, 5);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Results_that_a_device_has_and_never_delivers_are_computed_again()
    {
        using var hold = new ManualResetEventSlim();
        using var inside = new SemaphoreSlim(0);
        _first.What = execute =>
        {
            execute();
            inside.Release();
            hold.Wait();
        };
        await using var engine = await EngineAsync();
        int[] to = new int[10];
        var work = engine.RunAsync(new AddWork(new int[10], to, 7), cancellationToken: Token);
        await inside.WaitAsync(Token);
        Assert.All(to, static x => Assert.Equal(0, x));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("b", (await work).DeviceId);
        Assert.All(to, static x => Assert.Equal(7, x));
        hold.Set();
    }

    [Fact]
    public async Task Memory_that_runs_out_once_costs_an_attempt_and_nothing_else()
    {
        var once = 0;
        _first.What = execute =>
        {
            if (Interlocked.Increment(ref once) == 1)
            {
                throw new DeviceOutOfMemory("no room, simulated");
            }

            execute();
        };
        await using var engine = await EngineAsync();
        await AddAsync(engine, 20);
        Assert.Single(_log.All.OfType<RequestRetried>(), static r => r.Failure == BatchFailure.OutOfMemory);
        Assert.All(engine.Devices, static d => Assert.True(d.InUse));
    }

    [Fact]
    public async Task A_device_without_memory_leaves_all_work_to_the_other()
    {
        _first.What = static _ => throw new DeviceOutOfMemory("no room, simulated");
        await using var engine = await EngineAsync();
        await AddAsync(engine, 20);
        Assert.All(_log.All.OfType<RequestEnded>(), static e => Assert.Equal("b", e.Device));
    }

    [Fact]
    public async Task A_batch_that_finds_no_room_is_halved_until_it_does()
    {
        await using var engine = await Engines.CpuAsync();
        using var gate = await Gate.HoldAsync(engine);
        var largest = 0;
        int[] from = Enumerable.Range(0, 100).ToArray(), to = new int[100];
        var works = from.Select(i => engine.RunAsync(
            new GroupWork(from.AsMemory(i, 1), to.AsMemory(i, 1), group =>
            {
                if (group.Length > 8)
                {
                    throw new DeviceOutOfMemory("no room, simulated");
                }

                largest = Math.Max(largest, group.Length);
            }),
            cancellationToken: Token)).ToArray();
        gate.Open();
        await Task.WhenAll(works);
        Assert.Equal(Enumerable.Range(1, 100), to);
        Assert.InRange(largest, 4, 8);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task A_device_that_comes_and_goes_is_left_alone_for_longer_each_time()
    {
        _first.What = static _ => throw new CudaException("gone");
        await using var engine = await EngineAsync(static _ => throw new CudaException("gone for good"));
        var waits = new List<TimeSpan>();
        for (var outage = 1; outage <= 4; outage++)
        {
            var lost = await LostAsync(engine, outage);

            // The new accelerator's canary fails, or it is lost again at once.
            var seconds = 5 << (outage - 1);
            _time.Advance(TimeSpan.FromSeconds(seconds - 0.5));
            Assert.Equal(outage - 1, Probes());
            _time.Advance(TimeSpan.FromSeconds(0.5));
            await _log.FirstAsync<DeviceChanged>(d => d.State == DeviceState.Probing && Probes() == outage);
            waits.Add(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal([5, 10, 20, 40], waits.Select(static w => w.TotalSeconds));
        await AddAsync(engine, 5);
    }

    [Fact]
    public async Task When_all_gpus_are_gone_the_processor_takes_over_and_they_get_work_again_when_they_are_back()
    {
        _first.What = static _ => throw new CudaException("gone");
        var alive = false;
        await using var engine = await Engines.OnAsync(
            [_first.Device("a")], o => Configure(o, _log), _ => Throw(Volatile.Read(ref alive) ? null : new CudaException("gone for good")), _time);
        int[] to = new int[10];
        Assert.Equal("cpu", (await engine.RunAsync(new AddWork(new int[10], to, 7), cancellationToken: Token)).DeviceId);
        Assert.Equal(["a False", "cpu True"], engine.Devices.Select(static d => $"{d.Id} {d.InUse}"));

        _first.Heal();
        Volatile.Write(ref alive, true);
        _time.Advance(TimeSpan.FromSeconds(5));
        await _log.FirstAsync<DeviceChanged>(static d => d is { Device: "a", State: DeviceState.InUse, Reason: "the canary came back" });
        Assert.Equal("a", (await engine.RunAsync(new AddWork(new int[10], to, 8), cancellationToken: Token)).DeviceId);
    }

    [Fact]
    public async Task A_device_that_is_a_hundred_times_slower_gets_next_to_nothing()
    {
        // By the test's clock, which a loaded machine does not slow down: one piece of work runs at a time.
        _first.What = execute => Taking(execute, TimeSpan.FromMilliseconds(100));
        _second.What = execute => Taking(execute, TimeSpan.FromMilliseconds(1));
        await using var engine = await EngineAsync();
        await AddAsync(engine, 150);
        Assert.InRange(_first.Runs, 1, 30);
    }

    private static void Throw(Exception? error)
    {
        if (error is not null)
        {
            throw error;
        }
    }

    private void Taking(Action execute, TimeSpan time)
    {
        execute();
        _time.Advance(time);
    }

    private static void Configure(ComputeOptions options, EventLog log)
    {
        options.RetryDelay = TimeSpan.Zero;
        options.Observers.Add(log);
    }

    private int Probes() => _log.All.OfType<DeviceChanged>().Count(static d => d.State == DeviceState.Probing);

    private async Task<DeviceChanged> LostAsync(ComputeEngine engine, int times)
    {
        if (times == 1)
        {
            await AddAsync(engine, 3);
        }

        bool IsLost(DeviceChanged d) => d.State == DeviceState.Lost && _log.All.OfType<DeviceChanged>().Count(static c => c.State == DeviceState.Lost) == times;
        return await _log.FirstAsync<DeviceChanged>(IsLost);
    }

    private Task<ComputeEngine> EngineAsync(Action<ILGPU.Runtime.Accelerator>? probe = null) =>
        Engines.OnAsync([_first.Device("a"), _second.Device("b")], o => Configure(o, _log), probe, _time);

    private static async Task AddAsync(ComputeEngine engine, int count)
    {
        for (var i = 0; i < count; i++)
        {
            int[] from = Enumerable.Range(i, 50).ToArray(), to = new int[50];
            await engine.RunAsync(new AddWork(from, to, 3), cancellationToken: Token);
            Assert.Equal(from.Select(static x => x + 3), to);
        }
    }
}
