using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Internal;

namespace Gpu.Runtime.Caching;

/// <summary>
/// HybridCache over memory: it keeps results within a budget, and computes each once however many ask. Its second level is
/// not used: a lease has to be held from the look into the store to the end of the writing, which it has no place for.
/// </summary>
internal sealed class MemoryLayer : IAsyncDisposable
{
    private const int KeyLength = 512;

    private readonly ServiceProvider _services;
    private readonly HybridCache _cache;
    private readonly HybridCacheEntryFlags _flags;

    public MemoryLayer(CacheOptions options, TimeProvider time)
    {
        _flags = HybridCacheEntryFlags.DisableDistributedCache | (options.MemoryBytes > 0 ? 0 : HybridCacheEntryFlags.DisableLocalCache);
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton<IMemoryCache>(new MemoryCache(new MemoryCacheOptions { SizeLimit = Math.Max(1, options.MemoryBytes), Clock = new Clock(time) }));
        services.AddHybridCache(hybrid =>
        {
            hybrid.MaximumKeyLength = KeyLength;
            hybrid.MaximumPayloadBytes = options.MaxValueBytes;
        }).AddSerializer<CachedResult, CachedResult.Sizer>();
        _services = services.BuildServiceProvider();
        _cache = _services.GetRequiredService<HybridCache>();
    }

    public ValueTask<CachedResult> GetOrCreateAsync<TState>(string key, TState state, Func<TState, CancellationToken, ValueTask<CachedResult>> create, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        _cache.GetOrCreateAsync(key, state, create, For(timeToLive), null, cancellationToken);

    /// <summary>What is there; null for nothing.</summary>
    public ValueTask<CachedResult?> FindAsync(string key, CancellationToken cancellationToken) =>
        _cache.GetOrCreateAsync(key, static _ => ValueTask.FromResult<CachedResult?>(null), new HybridCacheEntryOptions { Flags = _flags | HybridCacheEntryFlags.DisableUnderlyingData }, null, cancellationToken);

    public ValueTask SetAsync(string key, CachedResult value, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        _cache.SetAsync(key, value, For(timeToLive), null, cancellationToken);

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken) => _cache.RemoveAsync(key, cancellationToken);

    public void Clear() => ((MemoryCache)_services.GetRequiredService<IMemoryCache>()).Clear();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private HybridCacheEntryOptions For(TimeSpan timeToLive) => new() { Expiration = timeToLive, LocalCacheExpiration = timeToLive, Flags = _flags };

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
