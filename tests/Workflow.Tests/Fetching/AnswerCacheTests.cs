using System.Net;
using CsCheck;
using Gpu.Runtime.Caching;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Workflow.Tests.Fetching;

/// <summary>What a host's fetcher keeps among its results, and how long it goes without asking.</summary>
public sealed class AnswerCacheTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Later_process_confirms_a_page_and_is_not_sent_it_again()
    {
        using var folder = new TemporaryFolder();
        var sent = 0;
        await using var server = new EvilServer((request, stop) =>
        {
            if (request.Path != "/page")
            {
                return request.AnswerAsync("404 Not Found", [], stop);
            }

            if (request.Headers.Contains("If-None-Match: \"v1\""))
            {
                return request.AnswerAsync("304 Not Modified\nETag: \"v1\"", [], stop);
            }

            sent++;
            return request.AnswerAsync(Fetches.Html + "\nETag: \"v1\"", System.Text.Encoding.UTF8.GetBytes($"<title>Kettle</title>{Extraction.Pages.Prose}"), stop);
        });
        var texts = new List<string>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await using var services = Host(folder.Path, TimeProvider.System);
            texts.Add((await services.GetRequiredService<IContentExtractor>().ExtractAsync(server.Url("/page").ToString(), TestContext.Current.CancellationToken)).Text);
        }

        Assert.Equal(1, sent);
        Assert.Equal(3, server.Paths.Count(static path => path == "/page"));
        Assert.Single(texts.Distinct());
    }

    [Fact]
    public async Task Fresh_answer_is_used_unasked_until_its_age_is_over()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Now);
        await using var server = new EvilServer((request, stop) => request.AnswerAsync(request.Path == "/robots.txt" ? "404 Not Found" : Fetches.Html + "\nCache-Control: max-age=60", [65], stop));
        var asked = new List<int>();
        foreach (var seconds in (int[])[0, 59, 2, 30])
        {
            time.Advance(TimeSpan.FromSeconds(seconds));
            await using var services = Host(folder.Path, time);
            await services.GetRequiredService<ResourceFetcher>().FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
            asked.Add(server.Paths.Count(static path => path == "/a"));
        }

        Assert.Equal([1, 1, 2, 2], asked);
    }

    [Fact]
    public async Task Confirmation_makes_an_answer_fresh_again()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(Now);
        await using var services = Host(folder.Path, time);
        await using var server = new EvilServer((request, stop) => request.Path == "/robots.txt" ? request.AnswerAsync("404 Not Found", [], stop)
            : request.Headers.Any(static header => header.StartsWith("If-Modified-Since: ", StringComparison.Ordinal)) ? request.AnswerAsync("304 Not Modified\nCache-Control: max-age=60", [], stop)
            : request.AnswerAsync(Fetches.Html + "\nLast-Modified: Tue, 03 Nov 2026 10:00:00 GMT", [65], stop));
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await services.GetRequiredService<ResourceFetcher>().FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        }

        // Sent, confirmed, and then fresh.
        Assert.Equal(2, server.Paths.Count(static path => path == "/a"));
    }

    [Fact]
    public async Task What_was_fetched_from_a_private_network_is_not_handed_to_who_may_not_reach_it()
    {
        using var folder = new TemporaryFolder();
        await using var server = EvilServer.Always(Fetches.Html + "\nCache-Control: max-age=3600", [65]);
        await using (var trusted = Host(folder.Path, TimeProvider.System))
        {
            await trusted.GetRequiredService<ResourceFetcher>().FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        }

        await using var strict = Host(folder.Path, TimeProvider.System, allowPrivate: false);
        await Fetches.FailsAsync(strict.GetRequiredService<ResourceFetcher>(), server.Url("/a"), PageErrorKind.Refused);
    }

    [Fact]
    public async Task Without_a_cache_every_answer_is_sent()
    {
        await using var services = Host(null, TimeProvider.System);
        await using var server = EvilServer.Always(Fetches.Html + "\nETag: \"v1\"\nCache-Control: max-age=3600", [65]);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await services.GetRequiredService<ResourceFetcher>().FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, server.Paths.Count(static path => path == "/a"));
    }

    [Fact]
    public async Task Any_answer_comes_back_as_it_was_kept() =>
        await Gen.Select(Gen.Byte.Array[1, 300], Gen.String.Null(), Gen.String.Null(), Gen.Bool).SampleAsync(async given =>
        {
            var (content, type, tag, fresh) = given;
            await using var results = new ResultCache(new CacheOptions());
            var cache = new AnswerCache(results, new FetchOptions());
            var url = new Uri("https://shop.example/a");
            await cache.SetAsync(url, new CachedAnswer(content, type, null, tag, fresh ? null : Now, fresh ? Now : null), TestContext.Current.CancellationToken);
            var back = await cache.GetAsync(url, TestContext.Current.CancellationToken);
            Assert.Equal(content, back?.Content.ToArray());
            Assert.Equal((type, tag, fresh ? null : Now, fresh ? Now : null), (back!.MediaType, back.ETag, back.LastModified, back.FreshUntil));
        }, iter: 30);

    [Theory]
    [InlineData("Cache-Control: max-age=60", 60)]
    [InlineData("Cache-Control: max-age=60\nAge: 20", 40)]
    [InlineData("Cache-Control: max-age=60, s-maxage=10", 10)]
    [InlineData("Cache-Control: no-cache, max-age=60", null)]
    [InlineData("Cache-Control: private, max-age=60", null)]
    [InlineData("Cache-Control: no-store", null)]
    [InlineData("Cache-Control: max-age=60\nVary: Cookie", null)]
    [InlineData("Cache-Control: max-age=60\nVary: *", null)]
    [InlineData("Cache-Control: max-age=60\nVary: Accept-Encoding", 60)]
    [InlineData("Cache-Control: max-age=99999999", 30 * 86_400)]
    [InlineData("Date: Tue, 24 Nov 2026 11:00:00 GMT\nExpires: Tue, 24 Nov 2026 11:05:00 GMT", 300)]
    [InlineData("Expires: 0", null)]
    [InlineData("ETag: \"a\"", null)]
    public void Freshness_follows_the_headers(string headers, int? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([65]) };
        foreach (var header in headers.Split('\n'))
        {
            var (name, value) = (header.Split(": ")[0], header.Split(": ")[1]);
            Assert.True(response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value));
        }

        Assert.Equal(seconds is { } some ? Now.AddSeconds(some) : null, AnswerAge.FreshUntil(response, Now));
        Assert.Equal(!headers.Contains("private", StringComparison.Ordinal) && (seconds is not null || headers.Contains("ETag", StringComparison.Ordinal)), AnswerAge.MayKeep(response, AnswerAge.FreshUntil(response, Now)));
    }

    private static ServiceProvider Host(string? folder, TimeProvider time, bool allowPrivate = true) => new ServiceCollection()
        .AddSingleton(time)
        .AddGpuWorkflow(options =>
        {
            options.AllowPrivateAddresses = allowPrivate;
            options.UseCache = folder is not null;
            options.Cache = new CacheOptions { Folder = folder };
        })
        .BuildServiceProvider();
}
