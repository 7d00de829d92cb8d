using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Scheduling;

public class DisposeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_fails_clearly_and_what_runs_ends()
    {
        var engine = await Engines.CpuAsync();
        using var gate = await Gate.HoldAsync(engine);
        var waiting = Enumerable.Range(0, 100).Select(_ => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token)).ToArray();
        var disposal = engine.DisposeAsync().AsTask();
        foreach (var work in waiting)
        {
            await Assert.ThrowsAsync<EngineStoppedError>(() => work);
        }

        var again = engine.DisposeAsync();
        Assert.False(disposal.IsCompleted || again.IsCompleted);
        gate.Open();
        await disposal;
        await again;
        await gate.Work;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token));
        await engine.DisposeAsync();
    }

    [Fact]
    public async Task Under_load_every_piece_ends_one_way_or_the_other()
    {
        var engine = await Engines.OnAsync([Engines.Cpu("cpu:0"), Engines.Cpu("cpu:1")], o => o.QueueLimit = 5000);
        var works = new List<Task>();
        var producers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                Task work;
                try
                {
                    work = engine.RunAsync(new AddWork(new[] { i }, new int[1], 1), cancellationToken: Token);
                }
                catch (ObjectDisposedException)
                {
                    return;
                }

                lock (works)
                {
                    works.Add(work);
                }
            }
        }, Token)).ToArray();
        await engine.RunAsync(new AddWork(new[] { 1 }, new int[1], 1), cancellationToken: Token);
        await engine.DisposeAsync();
        await Task.WhenAll(producers);
        foreach (var work in works)
        {
            var error = await Record.ExceptionAsync(() => work);
            Assert.True(error is null or EngineStoppedError, $"{error}");
        }

        Assert.Equal(default, engine.Workers[0].Memory);
    }

    [Fact]
    public async Task Work_that_never_ends_does_not_hold_disposal_past_its_timeout()
    {
        var time = new FakeTimeProvider();
        var engine = await Engines.CpuAsync(time, o => o.ShutdownTimeout = TimeSpan.FromSeconds(3));
        using var gate = await Gate.HoldAsync(engine);
        var disposal = engine.DisposeAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(disposal.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await disposal;
        var error = await Assert.ThrowsAsync<DeviceFailedError>(() => gate.Work);
        Assert.Contains("3 s after", error.Message, StringComparison.Ordinal);
        gate.Open();
        await engine.Workers[0].Stopped;
    }
}
