using Gpu.Runtime.Caching;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Caching;

/// <summary>What may become of a Redis, with a real one.</summary>
public class RedisFaultTests
{
    private const string Password = "a-secret-of-the-test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Absent_at_start_memory_works_and_the_server_is_found_when_it_comes()
    {
        await using var server = await RedisServer.StartAsync();
        await server.KillAsync();
        await using var cache = new ResultCache(server.Options());
        await cache.InitializeAsync(Token);
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        Assert.Equal(CacheSource.Memory, (await cache.TextAsync("a")).Source);
        Assert.False(cache.GetStatistics().StoreAvailable);
        Assert.Equal($"Redis at {server.Endpoint} does not answer.", cache.GetStatistics().StoreProblem);

        await server.StartAgainAsync();
        await UntilItKeepsAsync(cache, server);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_work_nothing_is_lost_and_it_is_used_again_when_it_is_back()
    {
        await using var server = await RedisServer.StartAsync();
        await using var cache = new ResultCache(server.Options());
        for (var i = 0; i < 30; i++)
        {
            if (i == 10)
            {
                await server.KillAsync();
            }

            Assert.Equal($"the result of {i}", (await cache.TextAsync($"{i}")).Value);
        }

        Assert.InRange(cache.GetStatistics().StoreErrors, 1, 200);
        Assert.Equal(30, cache.GetStatistics().Misses);
        await server.StartAgainAsync();
        await UntilItKeepsAsync(cache, server);
    }

    [Fact]
    public async Task Killed_while_another_computes_the_one_that_waits_goes_on_by_itself()
    {
        await using var server = await RedisServer.StartAsync();
        await using var one = new ResultCache(server.Options());
        await using var two = new ResultCache(server.Options());
        var (first, go) = await one.ComputeUntilToldAsync("a");
        var second = two.TextAsync("a", () => Task.FromResult("by the second")).AsTask();
        await Wait.UntilAsync(() => two.GetStatistics().LeaseWaits > 0);

        await server.KillAsync();
        Assert.Equal("by the second", (await second).Value);
        go.SetResult("by the first");
        Assert.Equal("by the first", (await first).Value);
    }

    [Fact]
    public async Task Frozen_in_the_middle_of_work_the_breaker_opens_and_calls_no_longer_wait()
    {
        await using var server = await RedisServer.StartAsync();
        using var pipelines = new ResiliencePipelines();
        await using var cache = new ResultCache(server.Options(), pipelines);
        await cache.TextAsync("before");
        server.Freeze();
        try
        {
            // Without a breaker each of these would wait for several timeouts.
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal($"the result of {i}", (await cache.TextAsync($"{i}")).Value);
            }

            var redis = pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Redis);
            Assert.InRange(redis.Timeouts, 2, 60);
            Assert.True(redis.Refused > redis.Timeouts, redis.ToString());
            Assert.False(cache.GetStatistics().StoreAvailable);
        }
        finally
        {
            server.Thaw();
        }

        await UntilItKeepsAsync(cache, server);
        Assert.Equal(BreakerState.Closed, pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Redis).Breaker);
    }

    [Fact]
    public async Task Frozen_at_start_costs_no_more_than_the_timeouts()
    {
        await using var server = await RedisServer.StartAsync();
        server.Freeze();
        try
        {
            await using var cache = new ResultCache(server.Options());
            await cache.InitializeAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
            Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        }
        finally
        {
            server.Thaw();
        }
    }

    [Fact]
    public async Task Full_without_eviction_results_are_computed_and_the_rest_is_counted()
    {
        await using var server = await RedisServer.StartAsync("--maxmemory", "2mb", "--maxmemory-policy", "noeviction");
        await using var cache = new ResultCache(server.Options());
        for (var i = 0; i < 5; i++)
        {
            var made = await cache.GetOrCreateAsync(Results.Key($"{i}"), Results.Bytes, Results.Hour, _ => Task.FromResult(Results.Noise(700_000)), Token);
            Assert.Equal(700_000, made.Value.Length);
        }

        var seen = cache.GetStatistics();
        Assert.InRange(seen.StoreFull, 1, 50);
        Assert.Equal((0, 5), (seen.StoreErrors, seen.Misses));
        // Halves of what had no room are gone: all that lies there is whole.
        Assert.Equal(0, (await cache.InspectAsync(check: true, Token)).Damaged ?? 0);
    }

    [Theory]
    [InlineData("wrong-but-secret-too")]
    [InlineData(null)]
    public async Task A_wrong_password_costs_the_cache_only_and_is_named_without_being_shown(string? password)
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Password);
        var options = server.Options(password);
        await using var cache = new ResultCache(options);
        await cache.InitializeAsync(Token);
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        var error = await Assert.ThrowsAsync<LibraryNotAvailableError>(() => cache.ClearAsync(Token));
        Assert.Contains("refuses the user or the password", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, cache.GetStatistics().StoreProblem);
        if (password is not null)
        {
            Assert.DoesNotContain(password, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_right_password_of_a_file_and_a_user_of_its_own_work()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", Password, "--user", "gpu", "on", $">{Password}2", "~gpu*", "+@all");
        var file = Path.Combine(server.Folder, "password");
        await File.WriteAllTextAsync(file, $"{Password}\n", Token);
        var options = server.Options();
        options.Redis!.PasswordFile = file;
        await KeepsAsync(options);
        options.Redis!.PasswordFile = null;
        (options.Redis.User, options.Redis.Password) = ("gpu", $"{Password}2");
        await KeepsAsync(options);
    }

    [Fact]
    public async Task Over_tls_the_authority_decides()
    {
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        await using var server = await RedisServer.StartWithTlsAsync(authority);
        var options = server.Options();
        (options.Redis!.Tls, options.Redis.TlsAuthority) = (true, authority.Authority);
        // On a loaded machine a handshake takes longer than a cache's user would wait, and then nobody has seen the certificate.
        options.Redis.ConnectTimeout = TimeSpan.FromSeconds(30);
        await KeepsAsync(options);

        foreach (var untrusted in (string?[])[stranger.Authority, null])
        {
            options.Redis.TlsAuthority = untrusted;
            await using var cache = new ResultCache(options);
            Assert.Equal(CacheSource.Computed, (await cache.TextAsync("b")).Source);
            Assert.False(cache.GetStatistics().StoreAvailable);
            Assert.Contains("not trusted", cache.GetStatistics().StoreProblem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_password_file_that_is_not_there_is_said_at_start()
    {
        var options = new CacheOptions { Redis = new RedisOptions { Endpoint = "localhost:1", PasswordFile = "/nowhere/password" } };
        await using var cache = new ResultCache(options);
        Assert.Contains("/nowhere/password", (await Assert.ThrowsAsync<ConfigurationError>(() => cache.InitializeAsync(Token))).Message, StringComparison.Ordinal);
    }

    // With time for each call: what is asked is whether the settings are right, not whether the machine is fast.
    private static async Task KeepsAsync(CacheOptions options)
    {
        var patient = new ResilienceOptions();
        patient.Redis.Timeout = TimeSpan.FromSeconds(30);
        using var pipelines = new ResiliencePipelines(patient);
        await using var earlier = new ResultCache(options, pipelines);
        await earlier.TextAsync("a");
        await using var later = new ResultCache(options, pipelines);
        Assert.Equal(CacheSource.Store, (await later.TextAsync("a")).Source);
    }

    // Until results of one process are found by another through the server that is back.
    private static async Task UntilItKeepsAsync(ResultCache cache, RedisServer server)
    {
        await using var other = new ResultCache(server.Options());
        var turn = 0;
        await Wait.UntilAsync(
            async () =>
            {
                var name = $"again {turn++}";
                await cache.TextAsync(name);
                return (await other.TextAsync(name)).Source == CacheSource.Store;
            },
            TimeSpan.FromMilliseconds(50));
    }
}
