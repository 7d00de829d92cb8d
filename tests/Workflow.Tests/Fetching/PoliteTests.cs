using System.Collections.Concurrent;
using System.Net;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Workflow.Tests.Fetching;

/// <summary>What a site may expect of a client: robots.txt, few requests at a time, nothing sent twice.</summary>
public sealed class PoliteTests
{
    private static readonly FetchOptions Polite = new() { AllowPrivateAddresses = true };

    [Fact]
    public async Task Forbidden_page_is_never_asked_for_and_its_pictures_neither()
    {
        using var fetcher = new ResourceFetcher(Polite);
        await using var server = new EvilServer((request, stop) => request.AnswerAsync("200 OK\nContent-Type: text/plain", request.Path == "/robots.txt" ? "User-agent: *\nDisallow: /private"u8.ToArray() : [65], stop));
        var error = await Fetches.FailsAsync(fetcher, server.Url("/private/a"), PageErrorKind.Refused);
        Assert.Contains("--ignore-robots", error.Message, StringComparison.Ordinal);
        await Fetches.FailsAsync(fetcher, server.Url("/private/a.jpg"), PageErrorKind.Refused, ResourceKind.Picture);
        Assert.Equal(1, (await fetcher.FetchAsync(server.Url("/open"), ResourceKind.Page, TestContext.Current.CancellationToken)).Content.Length);
        Assert.Equal(["/robots.txt", "/open"], server.Paths);
    }

    [Fact]
    public async Task Robots_are_ignored_where_told()
    {
        using var fetcher = new ResourceFetcher(Polite with { IgnoreRobots = true });
        await using var server = EvilServer.Always(Fetches.Html, [65]);
        await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Equal(["/a"], server.Paths);
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("503 Service Unavailable", false)]
    [InlineData("302 Found\nLocation: /robots.txt", true)]
    public async Task Host_without_robots_allows_all_and_one_out_of_order_nothing(string robots, bool allowed)
    {
        using var fetcher = new ResourceFetcher(Polite);
        await using var server = new EvilServer((request, stop) => request.Path == "/robots.txt" ? request.AnswerAsync(robots, [], stop) : request.AnswerAsync(Fetches.Html, [65], stop));
        if (allowed)
        {
            await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        }
        else
        {
            await Fetches.FailsAsync(fetcher, server.Url("/a"), PageErrorKind.Refused);
            Assert.Equal(["/robots.txt"], server.Paths);
        }
    }

    [Fact]
    public async Task Redirect_to_what_the_next_host_forbids_is_refused()
    {
        using var fetcher = new ResourceFetcher(Polite);
        await using var strict = new EvilServer((request, stop) => request.AnswerAsync(Fetches.Html, "User-agent: Gpu\nDisallow: /"u8.ToArray(), stop));
        await using var server = new EvilServer((request, stop) => request.Path == "/robots.txt" ? request.AnswerAsync("404 Not Found", [], stop) : request.AnswerAsync($"302 Found\nLocation: {strict.Url("/b")}", [], stop));
        var error = await Assert.ThrowsAsync<PageError>(() => fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
        Assert.Equal(["/robots.txt"], strict.Paths);
    }

    [Fact]
    public async Task Robots_that_redirect_to_a_private_address_reach_nothing_there()
    {
        await using var inside = EvilServer.Always(Fetches.Html, [65]);
        await using var server = new EvilServer((request, stop) => request.Path == "/robots.txt" ? request.AnswerAsync($"302 Found\nLocation: http://inside.example:{inside.Port}/secret", [], stop) : request.AnswerAsync(Fetches.Html, [65], stop));

        // Both names are this machine; only the first stands for an address of the public internet.
        using var fetcher = new ResourceFetcher(
            new FetchOptions(),
            TimeProvider.System,
            (name, _) => Task.FromResult<IPAddress[]>([name == "outside.example" ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")]),
            address => address.Equals(IPAddress.Loopback));
        await fetcher.FetchAsync(new Uri($"http://outside.example:{server.Port}/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Empty(inside.Paths);
    }

    [Fact]
    public async Task Robots_are_asked_for_again_after_a_day()
    {
        var time = new FakeTimeProvider();
        using var fetcher = new ResourceFetcher(Polite, time);
        await using var server = EvilServer.Always(Fetches.Html, [65]);
        foreach (var hours in (int[])[0, 1, 24])
        {
            time.Advance(TimeSpan.FromHours(hours));
            await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["/robots.txt", "/a", "/a", "/robots.txt", "/a"], server.Paths);
    }

    [Fact]
    public async Task Host_gets_only_so_many_requests_at_a_time()
    {
        const int Most = 2;
        using var fetcher = new ResourceFetcher(Polite with { IgnoreRobots = true, MaxRequestsPerHost = Most });
        var (now, peak) = (0, 0);
        using var both = new SemaphoreSlim(0);
        await using var server = new EvilServer(async (request, stop) =>
        {
            InterlockedMax(ref peak, Interlocked.Increment(ref now));
            both.Release();
            if (request.Path is "/0" or "/1")
            {
                // The first two answer only when both are there: it is two that are let in, not one.
                await both.WaitAsync(stop);
            }

            Interlocked.Decrement(ref now);
            await request.AnswerAsync(Fetches.Html, [65], stop);
        });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => fetcher.FetchAsync(server.Url($"/{i}"), ResourceKind.Page, TestContext.Current.CancellationToken)));
        Assert.InRange(peak, 1, Most);
        Assert.Equal(12, server.Paths.Count);
    }

    [Fact]
    public async Task What_has_not_changed_is_confirmed_and_not_sent_again()
    {
        var cache = new MemoryCache();
        using var fetcher = new ResourceFetcher(Polite with { IgnoreRobots = true }, cache: cache);
        await using var server = new EvilServer((request, stop) => request.Headers.Contains("If-None-Match: \"v1\"")
            ? request.AnswerAsync("304 Not Modified\nETag: \"v1\"", [], stop)
            : request.AnswerAsync(Fetches.Html + "; charset=koi8-r\nETag: \"v1\"\nLast-Modified: Tue, 03 Nov 2026 10:00:00 GMT", [65, 66], stop));
        var first = await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        var second = await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Equal(first.Content.ToArray(), second.Content.ToArray());
        Assert.Equal(("text/html", "koi8-r"), (second.MediaType, second.Charset));
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero), Assert.Single(cache.Answers).Value.LastModified);
        Assert.Equal(2, server.Paths.Count);

        // What was kept as a page is no picture.
        await Fetches.FailsAsync(fetcher, server.Url("/a"), PageErrorKind.WrongType, ResourceKind.Picture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nETag: \"v1\"\nCache-Control: no-store")]
    public async Task What_cannot_be_confirmed_or_may_not_be_kept_is_not(string headers)
    {
        var cache = new MemoryCache();
        using var fetcher = new ResourceFetcher(Polite with { IgnoreRobots = true }, cache: cache);
        await using var server = EvilServer.Always(Fetches.Html + headers, [65]);
        await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Empty(cache.Answers);
    }

    internal static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private sealed class MemoryCache : IFetchCache
    {
        public ConcurrentDictionary<Uri, CachedAnswer> Answers { get; } = [];

        public ValueTask<CachedAnswer?> GetAsync(Uri url, CancellationToken cancellationToken) => new(Answers.GetValueOrDefault(url));

        public ValueTask SetAsync(Uri url, CachedAnswer answer, CancellationToken cancellationToken)
        {
            Answers[url] = answer;
            return default;
        }
    }
}
