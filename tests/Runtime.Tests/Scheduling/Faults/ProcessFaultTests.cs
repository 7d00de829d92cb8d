using System.Runtime.InteropServices;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Costs;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Scheduling.Faults;

/// <summary>What happens to the process and to what it keeps.</summary>
public sealed partial class ProcessFaultTests : IDisposable
{
    private const int SigTerm = 15;
    private readonly string _folder = Directory.CreateTempSubdirectory("gpu-costs").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_termination_signal_lets_what_was_admitted_end_and_admits_no_more()
    {
        await using var engine = await Engines.CpuAsync();
        using var gate = await Gate.HoldAsync(engine);
        var drained = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);

        // As a host does it: the signal is taken, and the engine drained within the time that there is.
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            drained.SetResult(engine.DrainAsync(CancellationToken.None));
        });
        var waiting = Enumerable.Range(0, 100).Select(i => engine.RunAsync(new AddWork(new[] { i }, new int[1], 1), cancellationToken: Token)).ToArray();
        Assert.Equal(0, Kill(Environment.ProcessId, SigTerm));
        var drain = await drained.Task;
        await Assert.ThrowsAsync<EngineStoppedError>(() => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token));
        Assert.False(drain.IsCompleted);
        gate.Open();
        await drain;
        Assert.All(waiting, static w => Assert.True(w.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Draining_is_given_up_at_its_deadline_and_what_is_left_fails_clearly()
    {
        var time = new FakeTimeProvider();
        var engine = await Engines.CpuAsync(time, static o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        using var gate = await Gate.HoldAsync(engine);
        var waiting = engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        var drain = engine.DrainAsync(deadline.Token);
        time.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drain);
        var disposal = engine.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<EngineStoppedError>(() => waiting);
        gate.Open();
        await disposal;
    }

    [Fact]
    public async Task A_pause_keeps_devices_free_and_loses_nothing()
    {
        await using var engine = await Engines.CpuAsync();
        engine.Pause();
        var works = Enumerable.Range(0, 10).Select(i => engine.RunAsync(new AddWork(new[] { i }, new int[1], 1), cancellationToken: Token)).ToArray();
        Assert.Equal(10, engine.QueueLength);
        engine.Resume();
        await Task.WhenAll(works);
    }

    [Fact]
    public async Task The_wall_clock_may_jump_while_work_waits()
    {
        var time = new JumpingTime();
        await using var engine = await Engines.CpuAsync(time);
        using var gate = await Gate.HoldAsync(engine);
        var tomorrow = engine.RunAsync(new HostWork(_ => { }), new WorkOptions { Deadline = time.GetUtcNow().AddHours(1) }, Token);
        time.Jump = TimeSpan.FromDays(1);
        var yesterday = engine.RunAsync(new HostWork(_ => { }), new WorkOptions { Deadline = time.GetUtcNow().AddHours(1) }, Token);
        time.Jump = TimeSpan.FromDays(-1);
        var now = engine.RunAsync(new HostWork(_ => { }), new WorkOptions { Deadline = time.GetUtcNow().AddHours(1) }, Token);
        gate.Open();
        await Task.WhenAll(tomorrow, yesterday, now);
    }

    [Fact]
    public async Task What_was_learned_is_kept_for_the_next_process()
    {
        var path = Path.Combine(_folder, "new", "costs.json");
        for (var process = 0; process < 2; process++)
        {
            var engine = await Engines.CpuAsync(configure: o => o.CostModelPath = path);
            for (var i = 0; i < 20; i++)
            {
                await engine.RunAsync(new AddWork(new int[1000], new int[1000], 1), cancellationToken: Token);
            }

            await engine.DisposeAsync();
            var model = new CostFile(path, NullLogger.Instance).Read();
            Assert.Contains(model.Curves, static c => c.Key.Operation == "test.add" && c.Key.Device.StartsWith("cpu ", StringComparison.Ordinal));
        }

        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task What_a_killed_process_left_of_the_cost_file_is_swept_and_what_another_writes_is_not()
    {
        string path = Path.Combine(_folder, "costs.json"), half = path + ".new";
        await File.WriteAllTextAsync(half, "{\"Version\":1,\"Sam", Token);
        await using (File.Open(half, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            new CostFile(path, NullLogger.Instance).Read();
            Assert.True(File.Exists(half));
        }

        Assert.Empty(new CostFile(path, NullLogger.Instance).Read().Curves);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Version\":1,\"Samples\":[{\"Operation\":\"test.add\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"Version\":99,\"Samples\":[]}")]
    [InlineData("{\"Version\":1,\"Samples\":[null,{\"Operation\":null,\"Device\":\"cpu\",\"Count\":10,\"Size\":1,\"Run\":1,\"Transfer\":0},{\"Operation\":\"test.add\",\"Device\":\"cpu\",\"Count\":10,\"Size\":1000,\"Run\":-1,\"Transfer\":0}]}")]
    [InlineData("{\"Version\":1,\"Samples\":[{\"Operation\":\"test.add\",\"Device\":\"cpu\",\"Count\":10,\"Size\":1e999,\"Run\":1e999,\"Transfer\":0}]}")]
    [InlineData("{\"Version\":1,\"Samples\":[{\"Operation\":\"test.add\",\"Device\":\"cpu\",\"Count\":10,\"Size\":1000,\"Run\":\"NaN\",\"Transfer\":0}]}")]
    public async Task A_cost_file_that_cannot_be_is_a_warning_and_is_written_anew(string content)
    {
        var path = Path.Combine(_folder, "costs.json");
        await File.WriteAllTextAsync(path, content, Token);
        var log = new LogList();
        var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = Runtime.Devices.DeviceSelection.Cpu, CostModelPath = path }, log, cancellationToken: Token);
        Assert.Contains(log.Warnings, w => w.Contains(path, StringComparison.Ordinal));
        for (var i = 0; i < 5; i++)
        {
            await engine.RunAsync(new AddWork(new int[1000], new int[1000], 1), cancellationToken: Token);
        }

        await engine.DisposeAsync();
        Assert.Single(new CostFile(path, NullLogger.Instance).Read().Curves);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private sealed class JumpingTime : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;
    }
}
