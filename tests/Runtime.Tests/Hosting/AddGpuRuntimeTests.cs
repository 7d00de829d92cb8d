using Gpu.Runtime.Devices;
using Gpu.Runtime.Hosting;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Runtime.Tests.Hosting;

public class AddGpuRuntimeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_s_own_part_is_started_and_reported_with_the_others()
    {
        await using var services = new ServiceCollection()
            .AddGpuRuntime(o => (o.Device, o.MetricsPort) = (DeviceSelection.Cpu, 0))
            .AddSingleton<IOptimizer>(new HostPart("mine"))
            .BuildServiceProvider();
        var manager = services.GetRequiredService<OptimizationManager>();
        await manager.InitializeAllAsync(Token);
        Assert.Equal(["kernels", "scheduler", "cache", "metrics", "cluster", "tuning", "mine"], manager.GetStatus().Select(r => r.Name));
        Assert.Equal(OptimizerState.Ready, manager.GetStatus()[^1].State);
        Assert.True(Assert.Single(services.GetRequiredService<IComputeEngine>().Devices).InUse);
    }

    [Fact]
    public async Task The_first_work_opens_the_devices_once()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("gpu:device", (string?)"cpu")]).Build();
        IComputeEngine engine;
        await using (var services = new ServiceCollection().AddGpuRuntime(configuration.GetSection("gpu")).AddGpuRuntime(o => o.Workers = 1).BuildServiceProvider())
        {
            engine = services.GetRequiredService<IComputeEngine>();
            Assert.Empty(engine.Devices);
            var to = new int[50];
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => engine.RunAsync(new AddWork(new[] { i }, to.AsMemory(i, 1), 1), cancellationToken: Token)));
            Assert.Equal(Enumerable.Range(1, 50), to);
            Assert.Contains("1 worker", Assert.Single(engine.Devices).Driver, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.RunAsync(new AddWork(new int[1], new int[1], 1), cancellationToken: Token));
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start()
    {
        await using var services = new ServiceCollection().AddGpuRuntime(o => o.Workers = 1000).BuildServiceProvider();
        var error = await Assert.ThrowsAsync<ConfigurationError>(() => services.GetRequiredService<OptimizationManager>().InitializeAllAsync(Token));
        Assert.Equal("Workers is 1000; it must be from 1 to 256.", error.Message);
        await Assert.ThrowsAsync<ConfigurationError>(() => services.GetRequiredService<IComputeEngine>().RunAsync(new AddWork(new int[1], new int[1], 1), cancellationToken: Token));
    }
}
