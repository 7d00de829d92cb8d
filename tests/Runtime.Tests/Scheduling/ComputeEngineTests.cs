using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Scheduling;

public class ComputeEngineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Work_gives_the_same_at_any_number_of_workers(int workers)
    {
        await using var engine = await Engines.CpuAsync(configure: o => o.Workers = workers);
        var from = Enumerable.Range(0, 1001).ToArray();
        var to = new int[from.Length];

        var receipt = await engine.RunAsync(new AddWork(from, to, 7), cancellationToken: Token);

        Assert.Equal(from.Select(x => x + 7), to);
        Assert.Equal("cpu", receipt.DeviceId);
        Assert.True(receipt.Ran > TimeSpan.Zero);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Work_runs_on_the_device_thread_and_its_continuations_do_not()
    {
        await using var engine = await Engines.CpuAsync();
        string? during = null;
        var after = await engine.RunAsync(new HostWork(_ => during = Thread.CurrentThread.Name), cancellationToken: Token)
            .ContinueWith(_ => Thread.CurrentThread.Name, Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Assert.Equal("gpu cpu", during);
        Assert.NotEqual("gpu cpu", after);
    }

    [Fact]
    public async Task Failing_work_fails_alone_and_returns_its_memory()
    {
        await using var engine = await Engines.CpuAsync();
        var failing = engine.RunAsync(new HostWork(scope =>
        {
            scope.Scratch<int>(1000);
            scope.Input<int>(new int[10]);
            scope.Output<int>(new int[10]);
            throw new InvalidOperationException("on purpose");
        }), cancellationToken: Token);

        var error = await Assert.ThrowsAsync<DeviceFailedError>(() => failing);
        Assert.Contains("test.host", error.Message, StringComparison.Ordinal);
        Assert.Contains("on purpose", error.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Engines.AssertNothingInUse(engine);

        var to = new int[3];
        await engine.RunAsync(new AddWork(new[] { 1, 2, 3 }, to, 1), cancellationToken: Token);
        Assert.Equal([2, 3, 4], to);
        Assert.True(Assert.Single(engine.Devices, d => d.Id == "cpu").InUse);
    }

    [Fact]
    public async Task Ten_thousand_tiny_pieces_of_work_all_run()
    {
        await using var engine = await Engines.CpuAsync(configure: o => o.QueueLimit = 10_000);
        var to = new int[10_000];
        await Task.WhenAll(Enumerable.Range(0, to.Length).Select(i => engine.RunAsync(new AddWork(new[] { i }, to.AsMemory(i, 1), 1), cancellationToken: Token)));
        Assert.Equal(Enumerable.Range(1, to.Length), to);
        Assert.Equal(to.Length, engine.Instruments.Completed);
        Assert.Equal(0, engine.QueueLength);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Several_devices_share_the_work()
    {
        await using var engine = await Engines.OnAsync([Engines.Cpu("cpu:0"), Engines.Cpu("cpu:1"), Engines.Cpu("cpu:2")]);
        using var together = new Barrier(3);
        // Each waits for the two others: that it ends at all shows that three devices run at once.
        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => engine.RunAsync(new HostWork(_ => together.SignalAndWait(Token)), cancellationToken: Token)));
        Assert.Equal(["cpu:0", "cpu:1", "cpu:2"], receipts.Select(r => r.DeviceId).Order());

        var to = new int[2000];
        await Task.WhenAll(Enumerable.Range(0, to.Length).Select(i => engine.RunAsync(new AddWork(new[] { i }, to.AsMemory(i, 1), 1), cancellationToken: Token)));
        Assert.Equal(Enumerable.Range(1, to.Length), to);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task A_full_queue_rejects_at_once_with_length_and_limit()
    {
        await using var engine = await Engines.CpuAsync(configure: o => o.QueueLimit = 2);
        using var gate = await Gate.HoldAsync(engine);
        var first = engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);
        var second = engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);

        var error = await Assert.ThrowsAsync<QueueFullError>(() => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token));
        Assert.Contains("holds 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("limit is 2", error.Message, StringComparison.Ordinal);

        // One priority's full queue shuts out no other.
        var urgent = engine.RunAsync(new HostWork(_ => { }), new WorkOptions { Priority = WorkPriority.High }, Token);
        gate.Open();
        await Task.WhenAll(first, second, urgent);
    }

    [Fact]
    public async Task Options_out_of_bounds_name_setting_value_and_bound()
    {
        var error = await Assert.ThrowsAsync<ConfigurationError>(() => ComputeEngine.CreateAsync(
            new ComputeOptions { Workers = 0, QueueLimit = 2_000_000, Device = (DeviceSelection)9 }, cancellationToken: Token));
        Assert.Contains("Workers is 0; it must be from 1 to 256.", error.Message, StringComparison.Ordinal);
        Assert.Contains("QueueLimit is 2000000; it must be from 1 to 1000000.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Device is 9; it must be one of Auto, Cpu, Cuda, OpenCL.", error.Message, StringComparison.Ordinal);
    }
}
