using Gpu.Runtime.Caching;
using Gpu.Runtime.Tests.Support;
using StackExchange.Redis;

namespace Gpu.Runtime.Tests.Caching;

public sealed class RedisStoreTests : StoreTests
{
    private RedisServer _server = null!;
    private IDatabase _redis = null!;

    public override async ValueTask InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _redis = await _server.OpenAsync();
    }

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override CacheOptions Options() => _server.Options();

    private protected override async Task ChangeAsync(Func<byte[], byte[]> change)
    {
        var keys = _redis.Multiplexer.GetServers()[0].Keys(pattern: "gpu:v1:*").Select(static k => (string)k!).ToArray();
        var parts = keys.Where(CacheNames.IsChunk).ToArray();
        foreach (var key in parts.Length > 0 ? parts : keys)
        {
            await _redis.StringSetAsync(key, change((byte[])(await _redis.StringGetAsync(key))!));
        }
    }

    [Fact]
    public async Task No_value_in_redis_is_longer_than_a_megabyte_and_each_has_its_time()
    {
        await using var cache = new ResultCache(Options());
        await cache.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(Results.Noise(3_000_000)), Token);
        var keys = _redis.Multiplexer.GetServers()[0].Keys().ToArray();
        Assert.Equal(7, keys.Length);
        foreach (var key in keys)
        {
            Assert.InRange(await _redis.StringLengthAsync(key), 1, 1_000_000);
            Assert.InRange((await _redis.KeyTimeToLiveAsync(key))!.Value.TotalSeconds, 3_590, 3_660);
        }
    }

    [Fact]
    public async Task A_part_that_is_gone_is_a_miss()
    {
        await using (var earlier = new ResultCache(Options()))
        {
            await earlier.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(Results.Noise(3_000_000)), Token);
        }

        await _redis.KeyDeleteAsync(_redis.Multiplexer.GetServers()[0].Keys().First(static k => CacheNames.IsChunk(k!)));
        await using var later = new ResultCache(Options());
        Assert.Equal(CacheSource.Computed, (await later.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(new byte[1]), Token)).Source);
    }

    [Fact]
    public async Task Something_of_another_kind_under_our_key_is_a_miss()
    {
        await using var cache = new ResultCache(Options());
        await _redis.HashSetAsync($"gpu:v1:{Results.Key("a")}", "field", "value");
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        Assert.InRange(cache.GetStatistics().Corrupt, 1, 2);
    }

    [Fact]
    public async Task Keys_of_other_programs_are_neither_counted_nor_cleared()
    {
        string[] foreign = ["gpu", "gpu:", "gpu:video", "gpu:v1:extract:mine", "gpu-lease:x", "gpu:v2:a:b:c", "other:v1:test", $"gpu:v1:{Results.Key("a")}:more"];
        foreach (var key in foreign)
        {
            await _redis.StringSetAsync(key, "theirs");
        }

        await using var cache = new ResultCache(Options());
        await cache.TextAsync("a");
        Assert.Equal(1, (await cache.InspectAsync(check: true, Token)).Values);
        Assert.Equal(1, await cache.ClearAsync(Token));
        Assert.Equal(foreign.Order(StringComparer.Ordinal), _redis.Multiplexer.GetServers()[0].Keys().Select(static k => (string)k!).Order(StringComparer.Ordinal));
        Assert.All(foreign, key => Assert.Equal("theirs", _redis.StringGet(key)));
    }

    [Fact]
    public async Task Leases_are_kept_apart_and_given_back()
    {
        var options = Options();
        options.Redis!.LeaseDatabase = 3;
        await using var cache = new ResultCache(options);
        var leases = _redis.Multiplexer.GetDatabase(3);
        var name = $"gpu-lease:v1:{Results.Key("a")}";
        await cache.TextAsync("a", async () =>
        {
            Assert.InRange((await leases.KeyTimeToLiveAsync(name))!.Value.TotalSeconds, 0.1, 3);
            return "";
        });
        Assert.False(await leases.KeyExistsAsync(name));
    }

    [Fact]
    public async Task A_lease_whose_holder_was_killed_ends_by_itself()
    {
        var options = Options();
        options.LeaseTime = TimeSpan.FromMilliseconds(600);
        await _redis.StringSetAsync($"gpu-lease:v1:{Results.Key("a")}", "a process that was killed", TimeSpan.FromMilliseconds(600));
        await using var cache = new ResultCache(options);
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        Assert.Equal((1, 1), (cache.GetStatistics().LeaseWaits, cache.GetStatistics().LeasesTaken));
    }

    [Fact]
    public async Task A_lease_lives_as_long_as_the_work_and_is_not_taken_from_its_next_holder()
    {
        var options = Options();
        options.LeaseTime = TimeSpan.FromMilliseconds(500);
        await using var cache = new ResultCache(options);
        var name = $"gpu-lease:v1:{Results.Key("a")}";
        await cache.TextAsync("a", async () =>
        {
            // Three lives of the lease, seen from Redis's own clock.
            for (var start = Clock(); Clock() - start < TimeSpan.FromMilliseconds(1500);)
            {
                Assert.True(await _redis.KeyExistsAsync(name));
            }

            await _redis.StringSetAsync(name, "another's", TimeSpan.FromMinutes(1));
            return "";
        });
        Assert.Equal("another's", await _redis.StringGetAsync(name));
    }

    private DateTime Clock() => _redis.Multiplexer.GetServers()[0].Time();
}
