using Gpu.Runtime.Caching;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Caching;

public class ResultCacheTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_is_computed_once_and_handed_out_as_one_object()
    {
        await using var cache = new ResultCache();
        var first = await cache.TextAsync("a");
        var second = await cache.TextAsync("a", () => throw new InvalidOperationException("computed again"));
        Assert.Equal(CacheSource.Computed, first.Source);
        Assert.Equal(CacheSource.Memory, second.Source);
        Assert.Same(first.Value, second.Value);
        Assert.Equal((1, 1), (cache.GetStatistics().Misses, cache.GetStatistics().MemoryHits));
    }

    [Fact]
    public async Task What_is_kept_in_memory_alone_is_found_and_replaced_until_its_time_is_over()
    {
        var time = new FakeTimeProvider();
        var codec = new CacheCodec<string>(static text => System.Text.Encoding.UTF8.GetBytes(text), static bytes => System.Text.Encoding.UTF8.GetString(bytes.Span));
        var key = new CacheKey("fetch", "0000000000000001", new string('a', 64));
        await using var cache = new ResultCache(timeProvider: time);
        await cache.KeepAsync(key, codec, TimeSpan.FromHours(1), "first", Token);
        await cache.KeepAsync(key, codec, TimeSpan.FromHours(1), "second", Token);
        Assert.Equal("second", await cache.FindAsync(key, codec, Token));
        time.Advance(TimeSpan.FromHours(2));
        Assert.Null(await cache.FindAsync(key, codec, Token));
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_computation()
    {
        await using var cache = new ResultCache();
        var (computed, go) = (0, new TaskCompletionSource<string>());
        var asking = Enumerable.Range(0, 50).Select(_ => cache.TextAsync("a", () =>
        {
            Interlocked.Increment(ref computed);
            return go.Task;
        }).AsTask()).ToArray();
        go.SetResult("made");
        Assert.All(await Task.WhenAll(asking), static answer => Assert.Equal("made", answer.Value));
        Assert.Equal(1, computed);
        Assert.Equal((1, 49), (cache.GetStatistics().Misses, cache.GetStatistics().MemoryHits));
    }

    [Fact]
    public async Task One_who_gives_up_does_not_take_the_result_from_the_others()
    {
        await using var cache = new ResultCache();
        using var gives = new CancellationTokenSource();
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        async Task<string> Create(CancellationToken token)
        {
            started.TrySetResult();
            return await go.Task.WaitAsync(token);
        }

        var first = cache.GetOrCreateAsync(Results.Key("a"), Results.Text, Results.Hour, Create, gives.Token).AsTask();
        await started.Task.WaitAsync(Token);
        var second = cache.GetOrCreateAsync(Results.Key("a"), Results.Text, Results.Hour, Create, Token).AsTask();
        await gives.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult("made");
        Assert.Equal("made", (await second).Value);
    }

    [Fact]
    public async Task When_all_have_given_up_the_computation_is_stopped()
    {
        await using var cache = new ResultCache();
        using var gives = new CancellationTokenSource();
        var (started, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        var asking = cache.GetOrCreateAsync(
            Results.Key("a"),
            Results.Text,
            Results.Hour,
            async token =>
            {
                token.Register(stopped.SetResult);
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return "";
            },
            gives.Token).AsTask();
        await started.Task.WaitAsync(Token);
        await gives.CancelAsync();
        await stopped.Task.WaitAsync(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task An_error_is_given_to_who_asked_and_not_kept()
    {
        await using var cache = new ResultCache();
        await Assert.ThrowsAsync<ConfigurationError>(() => cache.TextAsync("a", () => throw new ConfigurationError("no")).AsTask());
        Assert.Equal("yes", (await cache.TextAsync("a", () => Task.FromResult("yes"))).Value);
    }

    [Fact]
    public async Task Results_end_with_their_time()
    {
        var time = new FakeTimeProvider();
        await using var cache = new ResultCache(null, null, time);
        await cache.TextAsync("a");
        time.Advance(Results.Hour - TimeSpan.FromSeconds(1));
        Assert.Equal(CacheSource.Memory, (await cache.TextAsync("a")).Source);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
    }

    [Fact]
    public async Task Memory_holds_no_more_than_its_budget()
    {
        await using var cache = new ResultCache(new CacheOptions { MemoryBytes = 1 << 20 });
        for (var i = 0; i < 50; i++)
        {
            await cache.GetOrCreateAsync(Results.Key($"{i}"), Results.Bytes, Results.Hour, _ => Task.FromResult(new byte[300_000]), Token);
        }

        var kept = 0;
        for (var i = 0; i < 50; i++)
        {
            kept += (await cache.GetOrCreateAsync(Results.Key($"{i}"), Results.Bytes, Results.Hour, _ => Task.FromResult(Array.Empty<byte>()), Token)).Value.Length > 0 ? 1 : 0;
        }

        Assert.InRange(kept, 1, 3);
    }

    [Fact]
    public async Task Without_memory_nothing_stays_and_all_work()
    {
        await using var cache = new ResultCache(new CacheOptions { MemoryBytes = 0 });
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
    }

    [Fact]
    public async Task What_is_too_large_is_handed_out_and_not_kept()
    {
        await using var cache = new ResultCache(new CacheOptions { MaxValueBytes = 1024 });
        for (var i = 1; i <= 2; i++)
        {
            var answer = await cache.GetOrCreateAsync(Results.Key("a"), Results.Bytes, Results.Hour, _ => Task.FromResult(new byte[1025]), Token);
            Assert.Equal((CacheSource.Computed, 1025), (answer.Source, answer.Value.Length));
            Assert.Equal(i, cache.GetStatistics().TooLarge);
        }
    }

    [Theory]
    [InlineData("MemoryBytes is -1")]
    [InlineData("LeaseTime is 00:00:00")]
    [InlineData("Redis.Endpoint is 'there:1'")]
    [InlineData("Redis.TlsAuthority is given without Redis.Tls")]
    public void Settings_that_cannot_be_used_are_named_without_a_secret(string message)
    {
        var options = new CacheOptions
        {
            MemoryBytes = -1,
            LeaseTime = TimeSpan.Zero,
            Redis = new RedisOptions { Endpoint = "user:secret@there:1", TlsAuthority = "x", Password = "secret", PasswordFile = "x" },
        };
        var error = Assert.Throws<ConfigurationError>(() => new ResultCache(options));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}
