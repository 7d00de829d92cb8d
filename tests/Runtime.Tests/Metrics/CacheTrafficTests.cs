using Gpu.Runtime.Caching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Hosting;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>What the endpoint says of a cache over a real Redis that is there, is killed, and comes back.</summary>
public class CacheTrafficTests
{
    private const string Misses = "gpu_cache_requests_total{operation=\"test\",layer=\"none\",result=\"miss\"}";
    private const string Hits = "gpu_cache_requests_total{operation=\"test\",layer=\"store\",result=\"hit\"}";
    private const string Errors = "gpu_cache_faults_total{kind=\"error\"}";
    private const string Closed = "gpu_breaker_state{dependency=\"redis\",state=\"closed\"}";
    private const string Open = "gpu_breaker_state{dependency=\"redis\",state=\"open\"}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_follow_a_redis_that_is_there_is_killed_and_comes_back()
    {
        await using var server = await RedisServer.StartAsync();
        await using var services = Runtime(server.Options().Redis);
        await using var others = Runtime(null);
        var (cache, endpoint) = await StartAsync(services);
        var (_, otherEndpoint) = await StartAsync(others);

        // Up: each is computed once, and found there from then on.
        for (var i = 0; i < 20; i++)
        {
            await cache.TextAsync($"{i % 10}");
        }

        var up = await Scraped.OfAsync(endpoint);
        var (misses, hits) = (up[Misses], up[Hits]);
        Assert.Equal((20, true), (misses + hits, misses >= 10));
        Assert.True(hits > 0, up.Text);
        Assert.Equal((1, 0), (up[Closed], up[Open]));
        Assert.True(up["gpu_cache_store_duration_seconds_count{action=\"read\"}"] >= 20);
        Assert.True(up["gpu_cache_store_duration_seconds_count{action=\"write\"}"] >= 10);
        Assert.True(up["gpu_dependency_duration_seconds_count{dependency=\"redis\",outcome=\"completed\"}"] >= 30);
        Assert.Equal(1, up["gpu_part_state{part=\"cache\",state=\"ready\"}"]);

        // Killed: all results come, as misses; the breaker opens when half of the calls of the last seconds failed.
        const int Many = 100;
        await server.KillAsync();
        for (var i = 0; i < Many; i++)
        {
            Assert.Equal($"the result of {i}", (await cache.TextAsync($"{i}")).Value);
        }

        var down = await Scraped.OfAsync(endpoint);
        Assert.Equal((misses + Many, hits), (down[Misses], down[Hits]));
        Assert.True(down[Errors] > (up.Values.TryGetValue(Errors, out var before) ? before : 0), down.Text);
        Assert.Equal((0, 1), (down[Closed], down[Open]));
        Assert.True(down["gpu_dependency_events_total{dependency=\"redis\",event=\"breaker_open\"}"] >= 1);
        Assert.True(down["gpu_dependency_events_total{dependency=\"redis\",event=\"refused\"}"] >= 1);

        // Back: used again as soon as it answers.
        await server.StartAgainAsync();
        var pipelines = services.GetRequiredService<ResiliencePipelines>();
        await Wait.UntilAsync(
            async () => (await cache.TextAsync("again")).Source == CacheSource.Store && pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Redis).Breaker == BreakerState.Closed,
            TimeSpan.FromMilliseconds(20));

        var back = await Scraped.OfAsync(endpoint);
        Assert.True(back[Hits] > hits);
        Assert.Equal((1, 0), (back[Closed], back[Open]));
        Assert.True(back["gpu_dependency_events_total{dependency=\"redis\",event=\"breaker_closed\"}"] >= 1);

        // The other runtime of this process, and the caches of tests beside this one, are counted by their own.
        var other = await Scraped.OfAsync(otherEndpoint);
        Assert.DoesNotContain(other.Values, static v => v.Key.StartsWith("gpu_cache_requests_total", StringComparison.Ordinal));
        Assert.Equal(1, other[Closed]);
    }

    [Fact]
    public async Task The_limit_of_a_pool_stands_beside_what_it_holds()
    {
        await using var services = Runtime(null, static o => o.PoolLimitBytes = 64 << 20);
        var (_, endpoint) = await StartAsync(services);
        await services.GetRequiredService<OptimizationManager>().Engine!.RunAsync(new AddWork(new int[1000], new int[1000], 1), cancellationToken: Token);
        var scraped = await Scraped.OfAsync(endpoint);
        Assert.Equal(64 << 20, scraped["gpu_pool_limit_bytes{device=\"cpu\"}"]);
        Assert.InRange(scraped["gpu_pool_bytes{device=\"cpu\",state=\"free\"}"], 1, 64 << 20);
    }

    private static ServiceProvider Runtime(RedisOptions? redis, Action<GpuRuntimeOptions>? more = null) => new ServiceCollection().AddGpuRuntime(o =>
    {
        (o.Device, o.Workers, o.WarmKernels, o.MetricsPort) = (DeviceSelection.Cpu, 1, false, MetricsOn.Port());
        // What is found is to be found in Redis.
        o.Cache = new CacheOptions { MemoryBytes = 0, Redis = redis };
        o.Resilience.Redis.Timeout = TimeSpan.FromSeconds(5);
        more?.Invoke(o);
    }).BuildServiceProvider();

    private static async Task<(ResultCache Cache, Uri Endpoint)> StartAsync(IServiceProvider services)
    {
        var manager = services.GetRequiredService<OptimizationManager>();
        await manager.InitializeAllAsync(Token);
        var address = manager.GetStatus().Single(static p => p.Name == OptimizerNames.Metrics).Details["address"];
        return (services.GetRequiredService<ResultCache>(), new Uri(new Uri(address), "/"));
    }
}
