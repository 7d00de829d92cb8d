using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Tests.Optimizers;

public class BuiltInPartsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rows_of_the_original_system_start_or_say_why_not()
    {
        await using var manager = OptimizationManager.Create(Settings(("device", "cpu"), ("workers", "2"), ("enable_prometheus", "false"), ("warm_kernels", "false")));
        await manager.InitializeAllAsync(Token);
        Assert.Equal(
            [
                "kernels Ready ",
                "scheduler Ready ",
                "cache Ready ",
                "metrics Disabled enable_prometheus is false",
                "cluster Disabled enable_ray is false",
                "tuning Disabled enable_optuna is false",
            ],
            manager.GetStatus().Select(r => $"{r.Name} {r.State} {r.Reason}"));

        var to = new int[3];
        await manager.Find(OptimizerNames.Scheduler)!.OptimizeAsync(new AddWork(new[] { 1, 2, 3 }, to, 1), cancellationToken: Token);
        Assert.Equal([2, 3, 4], to);
        Assert.Equal("1", manager.GetStatus()[1].Details["completed"]);
        Assert.Contains("2 workers", manager.GetStatus()[0].Details["cpu"], StringComparison.Ordinal);
        await manager.Find(OptimizerNames.Cache)!.OptimizeAsync(new AddWork(new[] { 4, 5, 6 }, to, 1), cancellationToken: Token);
        Assert.Equal([5, 6, 7], to);
        Assert.Equal("none", manager.GetStatus()[2].Details["store"]);

        await manager.DisposeAsync();
        Assert.Equal(OptimizerState.Stopped, manager.GetStatus()[0].State);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => manager.Find(OptimizerNames.Kernels)!.OptimizeAsync(new AddWork(new int[1], to, 1), cancellationToken: Token));
    }

    [Fact]
    public async Task What_was_admitted_ends_before_the_runtime_does()
    {
        await using var manager = OptimizationManager.Create(Settings(("device", "cpu"), ("enable_prometheus", "false"), ("warm_kernels", "false"), ("drain_timeout", "00:05:00")));
        await manager.InitializeAllAsync(Token);
        using var gate = await Gate.HoldAsync(manager.Engine!);
        var waiting = Enumerable.Range(0, 10).Select(_ => manager.Engine!.RunAsync(new HostWork(static _ => { }), cancellationToken: Token)).ToArray();
        var disposal = manager.DisposeAsync().AsTask();
        await Wait.UntilAsync(() => manager.Engine!.RunAsync(new HostWork(static _ => { })) is { IsFaulted: true, Exception.InnerException: EngineStoppedError });
        Assert.DoesNotContain(waiting, static w => w.IsCompleted);
        gate.Open();
        await disposal;
        Assert.All(waiting, static w => Assert.True(w.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task What_is_not_drained_in_time_fails_clearly()
    {
        await using var manager = OptimizationManager.Create(Settings(("device", "cpu"), ("enable_prometheus", "false"), ("warm_kernels", "false"), ("drain_timeout", "00:00:00")));
        await manager.InitializeAllAsync(Token);
        using var gate = await Gate.HoldAsync(manager.Engine!);
        var waiting = manager.Engine!.RunAsync(new HostWork(static _ => { }), cancellationToken: Token);
        var disposal = manager.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<EngineStoppedError>(() => waiting);
        gate.Open();
        await disposal;
    }

    [Fact]
    public async Task Without_kernels_nothing_is_computed_and_the_reason_is_named()
    {
        await using var manager = OptimizationManager.Create(Settings(("enable_numba", "false")));
        await manager.InitializeAllAsync(Token);
        Assert.Equal(OptimizerState.Disabled, manager.GetStatus()[0].State);
        Assert.Equal(OptimizerState.Unavailable, manager.GetStatus()[1].State);
        Assert.Contains("enable_numba", manager.GetStatus()[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scheduler_one_device_computes_on_one_core()
    {
        await using var manager = OptimizationManager.Create(Settings(("enable_dask", "false"), ("device", "cpu")));
        await manager.InitializeAllAsync(Token);
        Assert.Equal(OptimizerState.Disabled, manager.GetStatus()[1].State);
        Assert.Contains("1 worker:", manager.GetStatus()[0].Details["cpu"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_is_not_there_makes_its_parts_unavailable_and_kills_nothing()
    {
        if (Gpu.Runtime.Devices.CudaProbe.Find().Any(c => c.IsUsable))
        {
            Assert.Skip("This machine has an NVIDIA GPU.");
        }

        await using var manager = OptimizationManager.Create(Settings(("device", "cuda")));
        await manager.InitializeAllAsync(Token);
        Assert.Equal(OptimizerState.Unavailable, manager.GetStatus()[0].State);
        Assert.Contains("No cuda device", manager.GetStatus()[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workers", "0", "Workers is 0; it must be from 1 to 256.")]
    [InlineData("workers", "many", "workers is 'many'; it must be a whole number.")]
    [InlineData("queue_limit", "0", "QueueLimit is 0; it must be from 1 to 1000000.")]
    [InlineData("device", "gpu", "device is 'gpu'; it must be one of Auto, Cpu, Cuda, OpenCL.")]
    [InlineData("device", "1", "device is '1'; it must be one of Auto, Cpu, Cuda, OpenCL.")]
    [InlineData("enable_redis", "perhaps", "enable_redis is 'perhaps'; it must be true or false.")]
    [InlineData("ageing", "soon", "ageing is 'soon'; it must be a time such as 00:00:10.")]
    [InlineData("drain_timeout", "1.00:00:00", "DrainTimeout is 1.00:00:00; it must be from 00:00:00 to 00:10:00.")]
    [InlineData("shutdown_timeout", "1.00:00:00", "ShutdownTimeout is 1.00:00:00; it must be from 00:00:00 to 00:10:00.")]
    [InlineData("cache:memory_bytes", "-1", "Cache.MemoryBytes is -1; it must be 0 to 68719476736.")]
    [InlineData("cache:redis:endpoint", "a b", "Redis.Endpoint is 'a b'; it must be host:port, such as localhost:6379, without user and password.")]
    [InlineData("resilience:redis:max_retries", "21", "Resilience.Redis.MaxRetries is 21: The field MaxRetries must be between 0 and 20.")]
    [InlineData("resilience:encoder:breaker_pause", "00:00:00", "Resilience.Encoder.BreakerPause is 00:00:00; it must be 00:00:00.5000000 to 01:00:00.")]
    [InlineData("metrics_port", "65536", "MetricsPort is 65536; it must be from 0 to 65535.")]
    [InlineData("metrics_address", "a b", "MetricsAddress is 'a b'; it must be an address or name of this machine, or *.")]
    [InlineData("warm_kernels", "luke", "warm_kernels is 'luke'; it must be true or false.")]
    [InlineData("pool_limit_bytes", "5", "PoolLimitBytes is 5; it must be from 1048576 to 9223372036854775807.")]
    public void A_setting_that_cannot_be_used_is_named_with_value_and_bound(string key, string value, string message)
    {
        var error = Assert.Throws<ConfigurationError>(() => OptimizationManager.Create(Settings((key, value))));
        Assert.Equal(message, error.Message);
    }

    // Served only where a test wants it: tests run beside each other.
    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("metrics_port", (string?)"0")]).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
