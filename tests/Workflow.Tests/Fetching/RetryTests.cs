using Gpu.Runtime.Resilience;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Fetching;

public sealed class RetryTests : IDisposable
{
    private readonly ResiliencePipelines _pipelines = new(new ResilienceOptions
    {
        PageFetch = new DependencyOptions { MaxRetries = 2, RetryDelay = TimeSpan.Zero, BreakerAttempts = 4 },
    });

    private readonly ResourceFetcher _fetcher;

    public RetryTests() => _fetcher = new ResourceFetcher(Fetches.Small, null, _pipelines);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _fetcher.Dispose();
        _pipelines.Dispose();
    }

    [Theory]
    [InlineData("500 Broken")]
    [InlineData("502 Gateway")]
    [InlineData("hangs up")]
    public async Task What_fails_once_is_asked_for_again(string first)
    {
        var asked = 0;
        await using var server = new EvilServer(async (request, stop) =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                await request.AnswerAsync(Fetches.Html, "<p>Hello"u8.ToArray(), stop);
            }
            else if (first == "hangs up")
            {
                request.Reset();
            }
            else
            {
                await request.AnswerAsync(first, [], stop);
            }
        });
        Assert.Equal(8, (await _fetcher.FetchAsync(server.Url(), ResourceKind.Page, Token)).Content.Length);
        Assert.Equal(1, _pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.PageFetch).Retries);
    }

    [Theory]
    [InlineData("429 Slow", 1)]
    [InlineData("503 Overloaded", 1)]
    [InlineData("404 Not Found", 1)]
    [InlineData("500 Broken", 3)]
    public async Task Overload_and_what_stays_are_asked_for_once(string status, int requests)
    {
        await using var server = EvilServer.Always(status);
        var error = await Assert.ThrowsAsync<PageError>(() => _fetcher.FetchAsync(server.Url("/page"), ResourceKind.Page, Token));
        Assert.Contains(status[..3], error.Message, StringComparison.Ordinal);
        Assert.Equal(requests, server.Paths.Count);
    }

    [Fact]
    public async Task A_host_that_is_out_of_order_is_left_alone_for_a_while_and_others_are_not()
    {
        await using var broken = EvilServer.Always("500 Broken");
        await using var sound = EvilServer.Always(Fetches.Html, "<p>Hello"u8.ToArray());
        PageError? error = null;
        for (var i = 0; i < 3; i++)
        {
            error = await Assert.ThrowsAsync<PageError>(() => _fetcher.FetchAsync(broken.Url(), ResourceKind.Page, Token));
        }

        Assert.Equal(PageErrorKind.Unreachable, error!.Kind);
        Assert.Contains("is left alone", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, broken.Paths.Count);
        await _fetcher.FetchAsync(sound.Url(), ResourceKind.Page, Token);
    }

    [Fact]
    public async Task A_private_address_is_refused_once_and_for_all()
    {
        using var strict = new ResourceFetcher(null, null, _pipelines);
        var error = await Assert.ThrowsAsync<PageError>(() => strict.FetchAsync(new Uri("http://127.0.0.1:9/"), ResourceKind.Page, Token));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
        Assert.Equal(0, _pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.PageFetch).Retries);
    }
}
