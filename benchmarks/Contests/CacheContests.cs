using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Gpu.Benchmarks.Caching;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Runtime.Caching;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Benchmarks.Contests;

/// <summary>The same job again: its results from memory, and from a redis-server of the comparison's own.</summary>
internal sealed class CacheContests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpu-compare-cache-");
    private Task<RedisProcess>? _redis;

    public IEnumerable<Contest> List()
    {
        yield return new Contest("cache: a job's results again, 160 KB of records and a film of 3 MB, from memory", "ms", () => Ours("memory", _ => Task.FromResult(new CacheOptions())),
            [Asked(1)]);
        yield return new Contest("cache: a job's results again, 160 KB of records and a film of 3 MB, from Redis", "ms", () => Ours("redis", RedisAsync),
        [
            new Opponent("Microsoft's HybridCache over its Redis cache", 1, () => new CacheTurn("hybrid", HybridAsync)),
            Asked(5),
            new Opponent("GET on a bare socket, nothing checked", 0.5, () => new CacheTurn("socket", SocketAsync)) { Kind = "limit" },
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            await (await _redis.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        _folder.Delete(recursive: true);
    }

    private static Opponent Asked(double milliseconds) =>
        new($"{milliseconds} ms, as asked", 1, () => new WholeRun("asked", _ => Task.FromResult(milliseconds / 1000))) { Kind = "limit" };

    private static CacheTurn Ours(string name, Func<CancellationToken, Task<CacheOptions>> options) => new(name, async stop =>
    {
        var cache = new ResultCache(await options(stop).ConfigureAwait(false));
        await cache.InitializeAsync(stop).ConfigureAwait(false);
        await JobResults.AskAsync(cache, stop).ConfigureAwait(false);
        return new CachePlace(token => AskAsync(cache, token), cache);
    });

    // A store that was asked for and found nothing would be fast for nothing.
    private static async Task<double> AskAsync(ResultCache cache, CancellationToken cancellationToken)
    {
        var seconds = await JobResults.AskAsync(cache, cancellationToken).ConfigureAwait(false);
        return cache.GetStatistics() is { Misses: > 5 } or { StoreErrors: > 0 } ? throw new ContenderError("The results were not all there.") : seconds;
    }

    private async Task<CacheOptions> RedisAsync(CancellationToken cancellationToken) =>
        new() { MemoryBytes = 0, Redis = new RedisOptions { Endpoint = (await ServerAsync().WaitAsync(cancellationToken).ConfigureAwait(false)).Endpoint } };

    private Task<RedisProcess> ServerAsync() => _redis ??= RedisProcess.StartAsync(_folder.FullName);

    private async Task<CachePlace> HybridAsync(CancellationToken cancellationToken)
    {
        var server = await ServerAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var services = new ServiceCollection();
        services.AddStackExchangeRedisCache(o => o.Configuration = server.Endpoint);
        services.AddHybridCache(static o => o.MaximumPayloadBytes = 64 << 20);
        var provider = services.BuildServiceProvider();
        var cache = provider.GetRequiredService<HybridCache>();
        var options = new HybridCacheEntryOptions { Expiration = TimeSpan.FromHours(1), Flags = HybridCacheEntryFlags.DisableLocalCache };
        return new CachePlace(
            async token =>
            {
                var begin = Stopwatch.GetTimestamp();
                for (var i = 0; i < JobResults.All.Length; i++)
                {
                    await cache.GetOrCreateAsync($"hybrid:{i}", JobResults.All[i], static (value, _) => ValueTask.FromResult(value), options, cancellationToken: token).ConfigureAwait(false);
                }

                return Stopwatch.GetElapsedTime(begin).TotalSeconds;
            },
            provider);
    }

    private async Task<CachePlace> SocketAsync(CancellationToken cancellationToken)
    {
        var server = await ServerAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("localhost", server.Port, cancellationToken).ConfigureAwait(false);
        var stream = client.GetStream();
        var buffer = new byte[JobResults.All.Max(static v => v.Length) + 64];
        for (var i = 0; i < JobResults.All.Length; i++)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"*3\r\n$3\r\nSET\r\n$6\r\nsock:{i}\r\n${JobResults.All[i].Length}\r\n"), cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(JobResults.All[i], cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, "+OK\r\n".Length), cancellationToken).ConfigureAwait(false);
        }

        return new CachePlace(
            async token =>
            {
                var begin = Stopwatch.GetTimestamp();
                for (var i = 0; i < JobResults.All.Length; i++)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"*2\r\n$3\r\nGET\r\n$6\r\nsock:{i}\r\n"), token).ConfigureAwait(false);
                    var length = JobResults.All[i].Length;
                    await stream.ReadExactlyAsync(buffer.AsMemory(0, $"${length}\r\n".Length + length + 2), token).ConfigureAwait(false);
                }

                return Stopwatch.GetElapsedTime(begin).TotalSeconds;
            },
            stream);
    }
}
