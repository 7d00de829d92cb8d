using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Optimizers;

public class OptimizationManagerTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_start_side_by_side()
    {
        using var together = new Barrier(3);
        Task Meet(CancellationToken token)
        {
            together.SignalAndWait(token);
            return Task.CompletedTask;
        }

        await using var manager = Manager(new HostPart("a", Meet), new HostPart("b", Meet), new HostPart("c", Meet));
        await manager.InitializeAllAsync(Token);
        Assert.All(manager.GetStatus(), r => Assert.Equal(OptimizerState.Ready, r.State));
    }

    [Fact]
    public async Task One_part_s_failure_degrades_and_is_reported_with_its_reason_and_time()
    {
        await using var manager = Manager(
            new HostPart("broken", _ => throw new InvalidOperationException("no such socket")),
            new HostPart("missing", _ => Task.FromException(new LibraryNotAvailableError("install it"))),
            new HostPart("fine"));
        Assert.All(manager.GetStatus(), r => Assert.Equal(OptimizerState.Registered, r.State));
        _time.Advance(TimeSpan.FromSeconds(5));
        await manager.InitializeAllAsync(Token);

        var reports = manager.GetStatus();
        Assert.Equal(["broken Failed no such socket", "missing Unavailable install it", "fine Ready "], reports.Select(r => $"{r.Name} {r.State} {r.Reason}"));
        Assert.All(reports, r => Assert.Equal(_time.GetUtcNow(), r.Since));
        Assert.Equal("part", reports[2].Details["host"]);
    }

    [Fact]
    public async Task A_part_that_failed_is_tried_again_and_one_that_runs_is_not()
    {
        int starts = 0, tries = 0;
        await using var manager = Manager(
            new HostPart("a", _ => Task.FromResult(++starts)),
            new HostPart("b", _ => ++tries == 1 ? throw new InvalidOperationException("not yet") : Task.CompletedTask));
        await manager.InitializeAllAsync(Token);
        await manager.InitializeAllAsync(Token);
        Assert.Equal((1, 2), (starts, tries));
        Assert.All(manager.GetStatus(), r => Assert.Equal(OptimizerState.Ready, r.State));
    }

    [Fact]
    public async Task A_part_that_loses_what_it_needs_is_no_longer_ready()
    {
        var part = new HostPart("a");
        await using var manager = Manager(part);
        await manager.InitializeAllAsync(Token);
        part.IsAvailable = false;
        Assert.Equal(OptimizerState.Failed, Assert.Single(manager.GetStatus()).State);
    }

    [Fact]
    public async Task Cleanup_goes_in_reverse_order_over_failures_and_deadlines()
    {
        var order = new List<string>();
        var never = new TaskCompletionSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var manager = Manager(
            new HostPart("a", cleanup: token => Task.Run(() => order.Add("a"), token)),
            new HostPart("b", cleanup: _ =>
            {
                order.Add("b");
                reached.SetResult();
                return never.Task;
            }),
            new HostPart("c", cleanup: _ =>
            {
                order.Add("c");
                throw new InvalidOperationException("stuck");
            }),
            new HostPart("d", _ => throw new InvalidOperationException("never started"), token => Task.Run(() => order.Add("d"), token)));
        await manager.InitializeAllAsync(Token);
        var disposal = manager.DisposeAsync().AsTask();
        await reached.Task;
        // What it may drain, and what it may take to stop.
        _time.Advance(TimeSpan.FromSeconds(15));
        await disposal;
        Assert.Equal(["d", "c", "b", "a"], order);
        Assert.Equal(
            ["a Stopped ", "b Failed it was not cleaned up within 15 s", "c Failed it was not cleaned up: stuck", "d Stopped "],
            manager.GetStatus().Select(r => $"{r.Name} {r.State} {r.Reason}"));
        await manager.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => manager.InitializeAllAsync(Token));
    }

    [Fact]
    public async Task Two_parts_of_one_name_are_refused()
    {
        await Task.CompletedTask;
        var error = Assert.Throws<ConfigurationError>(() => Manager(new HostPart("a"), new HostPart("a")));
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_start_is_cancelled()
    {
        await using var manager = Manager(new HostPart("a", token => Task.Delay(Timeout.InfiniteTimeSpan, _time, token)));
        using var cancel = new CancellationTokenSource();
        var start = manager.InitializeAllAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
    }

    private OptimizationManager Manager(params IOptimizer[] parts) => new(parts, Options.Create(new GpuRuntimeOptions()), null, _time);
}
