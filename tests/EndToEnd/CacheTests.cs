using System.Diagnostics;
using System.Text.Json;
using Gpu.EndToEnd.Support;
using SkiaSharp;

namespace Gpu.EndToEnd;

/// <summary>What later processes find of what earlier ones kept.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_same_again_comes_from_the_users_folder_to_the_byte_and_what_changed_is_made()
    {
        var first = await MakeAsync("first");
        var again = await MakeAsync("again");
        Assert.Equal((0, 5, false), Cache(first));
        Assert.Equal((5, 0, true), Cache(again));
        Assert.Equal(await File.ReadAllBytesAsync(_place["first", "ad.mp4"], Token), await File.ReadAllBytesAsync(_place["again", "ad.mp4"], Token));
        Assert.Equal(await File.ReadAllBytesAsync(_place["first", "thumbnail.jpg"], Token), await File.ReadAllBytesAsync(_place["again", "thumbnail.jpg"], Token));
        Assert.Equal(await File.ReadAllTextAsync(_place["first", "storyboard.json"], Token), await File.ReadAllTextAsync(_place["again", "storyboard.json"], Token));

        // What operations cost is kept beside it, and is no result.
        Assert.Contains("frame.compose", await File.ReadAllTextAsync(_place["cache", "costs.json"], Token), StringComparison.Ordinal);
        Assert.Equal(5, (await CacheAsync("stats")).GetProperty("values").GetInt64());

        // Of another film the plan is the same.
        Assert.Equal((4, 1, false), Cache(await MakeAsync("smaller", "--crf", "30")));
        // Without a cache the same is made, and nothing said of a cache.
        var none = await MakeAsync("none", "--no-cache");
        Assert.Equal(JsonValueKind.Null, none.GetProperty("cache").ValueKind);
        Assert.Equal(first.GetProperty("sha256").GetString(), none.GetProperty("sha256").GetString());

        _place.Picture("one.jpg", SKColors.DarkGreen);
        var other = await MakeAsync("other");
        Assert.Equal((1, 4, false), Cache(other));
        Assert.NotEqual(first.GetProperty("sha256").GetString(), other.GetProperty("sha256").GetString());
        _place.Write("shop.html", Workplace.Shop.Replace("Harbour Roast coffee", "Harbour Roast tea", StringComparison.Ordinal));
        Assert.Equal("Harbour Roast tea", (await MakeAsync("tea")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_is_damaged_is_made_again_and_cache_says_what_lies_there()
    {
        await MakeAsync("first");
        foreach (var file in Directory.EnumerateFiles(_place["cache"], "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Token);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(file, bytes, Token);
        }

        Assert.Equal((0, 5, false), Cache(await MakeAsync("again")));
        Assert.Equal(5, (await CacheAsync("stats")).GetProperty("values").GetInt64());
        var verified = await CacheAsync("verify");
        Assert.Equal((5, 0), (verified.GetProperty("values").GetInt64(), verified.GetProperty("damaged").GetInt64()));
        Assert.Equal(5, (await CacheAsync("clear")).GetProperty("cleared").GetInt64());
        Assert.Equal(0, (await CacheAsync("stats")).GetProperty("values").GetInt64());
    }

    [Fact]
    public async Task Machines_that_share_a_redis_share_results_and_leave_keys_of_others_alone()
    {
        await using var redis = await Redis.StartAsync(_place.Path);
        await redis.SayAsync("SET", "gpu:video", "theirs");
        Assert.Equal((0, 5, false), Cache(await MakeAsync("first", "--redis", redis.Endpoint)));
        Assert.Equal((5, 0, true), Cache(await MakeAsync("again", "--redis", redis.Endpoint)));
        // What operations cost is this machine's own; no result is there.
        Assert.Equal([_place["cache", "costs.json"]], Directory.EnumerateFileSystemEntries(_place["cache"], "*", SearchOption.AllDirectories));
        Assert.Equal(5, (await CacheAsync("clear", "--redis", redis.Endpoint)).GetProperty("cleared").GetInt64());
        Assert.Equal("theirs", await redis.SayAsync("GET", "gpu:video"));
        Assert.Equal("1", await redis.SayAsync("DBSIZE"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_processes_that_make_the_same_at_once_make_it_once(bool shared)
    {
        await using var redis = await Redis.StartAsync(_place.Path);
        string[] place = shared ? ["--redis", redis.Endpoint] : [];
        var both = await Task.WhenAll(MakeAsync("one", place), MakeAsync("two", place));
        Assert.Equal(1, both.Count(static b => Cache(b).Film));
        Assert.Equal(5, both.Sum(static b => Cache(b).Misses));
    }

    [Fact]
    public async Task A_redis_that_cannot_be_used_costs_the_cache_only_and_its_password_is_nowhere()
    {
        await using var redis = await Redis.StartAsync(_place.Path, "--requirepass", "the-right-one");
        void Change(ProcessStartInfo start)
        {
            Environment(start);
            start.Environment["GPU_REDIS_PASSWORD"] = "the-wrong-secret";
        }

        var made = await _place.RunAsync(Change, ["make", "shop.html", "--json", "--redis", redis.Endpoint, .. Workplace.Small]);
        Assert.True(made.Code == 0, made.ToString());
        var stats = await _place.RunAsync(Change, ["cache", "stats", "--redis", redis.Endpoint]);
        Assert.True(stats.Code == 7, stats.ToString());
        Assert.Contains($"Redis at {redis.Endpoint} refuses the user or the password.", stats.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", made.ToString() + stats, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(_place["out"], "*.json", SearchOption.AllDirectories), static f => Assert.DoesNotContain("secret", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--redis is \"user:secret@h:1\"; accepted: host:port", "make", "shop.html", "--redis", "user:secret@h:1")]
    [InlineData("need --redis", "make", "shop.html", "--redis-user", "me")]
    public async Task Options_that_cannot_be_used_are_named(string message, params string[] arguments)
    {
        var outcome = await _place.RunAsync(arguments);
        Assert.True(outcome.Code == 2, outcome.ToString());
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (int Hits, int Misses, bool Film) Cache(JsonElement made)
    {
        var cache = made.GetProperty("cache");
        return (cache.GetProperty("hits").GetInt32(), cache.GetProperty("misses").GetInt32(), cache.GetProperty("film").GetBoolean());
    }

    private void Environment(ProcessStartInfo start)
    {
        start.Environment.Remove("GPU_NO_CACHE");
        start.Environment["GPU_CACHE_FOLDER"] = _place["cache"];
    }

    private async Task<JsonElement> MakeAsync(string folder, params string[] more)
    {
        var outcome = await _place.RunAsync(Environment, ["make", "shop.html", "-o", folder, "--json", .. Workplace.Small, .. more]);
        Assert.True(outcome.Code == 0, outcome.ToString());
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private async Task<JsonElement> CacheAsync(string what, params string[] more)
    {
        var outcome = await _place.RunAsync(Environment, ["cache", what, "--json", .. more]);
        Assert.True(outcome.Code == 0, outcome.ToString());
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
