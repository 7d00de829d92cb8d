using Gpu.Runtime.Caching;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Caching;

/// <summary>What both stores must do; each cache here stands for a process.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract CacheOptions Options();

    /// <summary>Changes the bytes that lie under every key of a value or, where it is kept in parts, of a part.</summary>
    private protected abstract Task ChangeAsync(Func<byte[], byte[]> change);

    [Fact]
    public async Task A_later_process_finds_what_an_earlier_one_kept()
    {
        await using (var earlier = new ResultCache(Options()))
        {
            Assert.Equal(CacheSource.Computed, (await earlier.TextAsync("a")).Source);
        }

        await using var later = new ResultCache(Options());
        Assert.Equal(new Cached<string>("the result of a", CacheSource.Store), await later.TextAsync("a", () => throw new InvalidOperationException("computed again")));
        Assert.Equal(CacheSource.Memory, (await later.TextAsync("a")).Source);
        Assert.Equal((1, 1, 0), (later.GetStatistics().StoreHits, later.GetStatistics().MemoryHits, later.GetStatistics().Misses));
    }

    [Fact]
    public async Task What_another_process_replaced_is_found_and_nothing_is_computed()
    {
        var codec = new CacheCodec<string>(static text => System.Text.Encoding.UTF8.GetBytes(text), static bytes => System.Text.Encoding.UTF8.GetString(bytes.Span));
        var key = new CacheKey("fetch", "0000000000000001", new string('a', 64));
        await using var here = new ResultCache(Options());
        await using var there = new ResultCache(Options());
        Assert.Null(await here.FindAsync(key, codec, Token));
        await here.KeepAsync(key, codec, TimeSpan.FromHours(1), "first", Token);
        Assert.Equal("first", await there.FindAsync(key, codec, Token));
        await there.KeepAsync(key, codec, TimeSpan.FromHours(1), "second", Token);
        Assert.Equal("second", await here.FindAsync(key, codec, Token));
    }

    [Theory]
    [InlineData(0x7FFD8)]
    [InlineData(0x7FFD9)]
    [InlineData(5_000_001)]
    [InlineData(0x100000 * 9)]
    public async Task Films_come_back_to_the_bit(int length)
    {
        var film = Results.Noise(length);
        await using (var earlier = new ResultCache(Options()))
        {
            await earlier.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(film), Token);
            var contents = await earlier.InspectAsync(check: true, Token);
            Assert.Equal((1, 0), (contents.Values, contents.Damaged));
            Assert.InRange(contents.Bytes, length, length + 1000);
        }

        await using var later = new ResultCache(Options());
        var found = await later.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(Array.Empty<byte>()), Token);
        Assert.Equal(CacheSource.Store, found.Source);
        Assert.True(found.Value.AsSpan().SequenceEqual(film));
    }

    public static TheoryData<string, int> Damages() => new()
    {
        { "flipped", 100 }, { "cut", 100 }, { "empty", 100 }, { "foreign", 100 },
        { "flipped", 2_000_000 }, { "cut", 2_000_000 }, { "empty", 2_000_000 }, { "foreign", 2_000_000 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task What_is_damaged_is_computed_again_counted_and_replaced(string damage, int length)
    {
        var film = Results.Noise(length);
        await using (var earlier = new ResultCache(Options()))
        {
            await earlier.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(film), Token);
        }

        await ChangeAsync(bytes => damage switch
        {
            "flipped" => [.. bytes[..(bytes.Length / 2)], (byte)(bytes[bytes.Length / 2] ^ 4), .. bytes[((bytes.Length / 2) + 1)..]],
            "cut" => bytes[..(bytes.Length / 2)],
            "empty" => [],
            _ => "somebody else's"u8.ToArray(),
        });
        await using (var later = new ResultCache(Options()))
        {
            var found = await later.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(film), Token);
            Assert.Equal(CacheSource.Computed, found.Source);
            Assert.InRange(later.GetStatistics().Corrupt, 1, 2);
        }

        await using var last = new ResultCache(Options());
        Assert.Equal(CacheSource.Store, (await last.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(film), Token)).Source);
    }

    [Fact]
    public async Task Verify_finds_what_is_damaged_and_takes_it_away()
    {
        await using var cache = new ResultCache(Options());
        await cache.TextAsync("a");
        await ChangeAsync(static bytes => bytes[..^1]);
        await cache.TextAsync("b");
        var contents = await cache.InspectAsync(check: true, Token);
        Assert.Equal((2, 1), (contents.Values, contents.Damaged));
        contents = await cache.InspectAsync(check: true, Token);
        Assert.Equal((1, 0), (contents.Values, contents.Damaged));
    }

    [Fact]
    public async Task Bytes_that_their_reader_cannot_use_are_computed_again()
    {
        await using (var earlier = new ResultCache(Options()))
        {
            await earlier.TextAsync("a");
        }

        await using var later = new ResultCache(Options());
        var codec = new CacheCodec<string>(Results.Text.Write, static _ => throw new FormatException("not mine"));
        Assert.Equal("new", (await later.GetOrCreateAsync(Results.Key("a"), codec, Results.Hour, _ => Task.FromResult("new"), Token)).Value);
        Assert.InRange(later.GetStatistics().Corrupt, 1, 2);
    }

    [Fact]
    public async Task Two_processes_that_want_the_same_at_once_compute_it_once()
    {
        await using var one = new ResultCache(Options());
        await using var two = new ResultCache(Options());
        var (started, go, computed) = (new TaskCompletionSource(), new TaskCompletionSource<string>(), 0);
        Task<string> Create()
        {
            Interlocked.Increment(ref computed);
            started.TrySetResult();
            return go.Task;
        }

        var first = one.TextAsync("a", Create).AsTask();
        await started.Task.WaitAsync(Token);
        var second = two.TextAsync("a", Create).AsTask();
        await Wait.UntilAsync(() => two.GetStatistics().LeaseWaits == 1);
        go.SetResult("made");
        Assert.Equal(new Cached<string>("made", CacheSource.Computed), await first);
        Assert.Equal(new Cached<string>("made", CacheSource.Store), await second);
        Assert.Equal(1, computed);
    }

    [Fact]
    public async Task When_the_one_that_computes_fails_the_one_that_waits_computes()
    {
        await using var one = new ResultCache(Options());
        await using var two = new ResultCache(Options());
        var (first, go) = await one.ComputeUntilToldAsync("a");
        var second = two.TextAsync("a", () => Task.FromResult("by the second")).AsTask();
        await Wait.UntilAsync(() => two.GetStatistics().LeaseWaits == 1);
        go.SetException(new ConfigurationError("no"));
        await Assert.ThrowsAsync<ConfigurationError>(() => first);
        Assert.Equal("by the second", (await second).Value);
        Assert.Equal(1, two.GetStatistics().LeasesTaken);
    }

    [Fact]
    public async Task Clear_forgets_everything_of_ours()
    {
        await using var cache = new ResultCache(Options());
        await cache.TextAsync("a");
        await cache.GetOrCreateAsync(Results.Key("film"), Results.Bytes, Results.Hour, _ => Task.FromResult(Results.Noise(2_000_000)), Token);
        Assert.Equal(2, await cache.ClearAsync(Token));
        Assert.Equal(0, (await cache.InspectAsync(check: false, Token)).Bytes);
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
    }
}
