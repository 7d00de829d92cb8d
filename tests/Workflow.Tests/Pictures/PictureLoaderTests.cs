using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Tests.Fetching;

namespace Gpu.Workflow.Tests.Pictures;

public sealed class PictureLoaderTests : IDisposable
{
    private const string Png = "200 OK\nContent-Type: image/png";
    private static readonly Uri Page = new("https://example.com/");

    private readonly ResourceFetcher _fetcher = new(Fetches.Small);

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task Loads_at_one_time_share_one_fetch_and_one_bitmap()
    {
        var loader = new PictureLoader(_fetcher);
        var go = new TaskCompletionSource();
        await using var server = new EvilServer(async (request, stop) =>
        {
            await go.Task.WaitAsync(stop);
            await request.AnswerAsync(Png, TestPictures.Quarters(64, 64), stop);
        });
        var loads = Enumerable.Range(0, 10).Select(_ => loader.LoadAsync(server.Url("/a.png"), Page, TestContext.Current.CancellationToken)).ToList();
        go.SetResult();
        var bitmaps = await Task.WhenAll(loads);
        Assert.Single(bitmaps.Distinct<Bitmap>(ReferenceEqualityComparer.Instance));
        Assert.Same(bitmaps[0], await loader.LoadAsync(server.Url("/a.png"), Page, TestContext.Current.CancellationToken));
        Assert.Single(server.Paths);
    }

    [Fact]
    public async Task Cancelled_load_leaves_the_others_and_the_last_one_stops_the_fetch()
    {
        var loader = new PictureLoader(_fetcher);
        var asked = new TaskCompletionSource();
        await using var server = new EvilServer((_, _) =>
        {
            asked.SetResult();
            return Task.CompletedTask;
        });
        using CancellationTokenSource first = new(), second = new();
        var one = loader.LoadAsync(server.Url("/a.png"), Page, first.Token);
        var two = loader.LoadAsync(server.Url("/a.png"), Page, second.Token);
        await asked.Task;
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(two.IsCompleted);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        await server.HungUpAsync();
    }

    [Fact]
    public async Task Failure_is_told_to_all_who_wait_and_is_not_remembered()
    {
        var loader = new PictureLoader(_fetcher);
        var fail = true;
        await using var server = new EvilServer((request, stop) => fail ? request.AnswerAsync("503 Later", [], stop) : request.AnswerAsync(Png, TestPictures.Quarters(64, 64), stop));
        var url = server.Url("/a.png");
        var loads = Enumerable.Range(0, 3).Select(_ => loader.LoadAsync(url, Page, TestContext.Current.CancellationToken)).ToList();
        foreach (var load in loads)
        {
            Assert.Contains(url.ToString(), (await Assert.ThrowsAsync<PageError>(() => load)).Message, StringComparison.Ordinal);
        }

        fail = false;
        Assert.Equal(64, (await loader.LoadAsync(url, Page, TestContext.Current.CancellationToken)).Width);
    }

    [Fact]
    public async Task Svg_from_a_server_is_refused_with_a_clear_message()
    {
        await using var server = EvilServer.Always("200 OK\nContent-Type: image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        var error = await Assert.ThrowsAsync<PageError>(() => new PictureLoader(_fetcher).LoadAsync(server.Url("/a.svg"), Page, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.WrongType, error.Kind);
        Assert.Contains("SVG", error.Message, StringComparison.Ordinal);
        Assert.Contains(server.Url("/a.svg").ToString(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("%0A")]
    public async Task Picture_in_the_address_is_decoded(string gap)
    {
        var base64 = Convert.ToBase64String(TestPictures.Quarters(64, 48));
        var bitmap = await new PictureLoader(_fetcher).LoadAsync(new Uri($"data:image/png;base64,{base64[..20]}{gap}{base64[20..]}"), Page, TestContext.Current.CancellationToken);
        Assert.Equal((64, 48), (bitmap.Width, bitmap.Height));
        Assert.Equal([255, 0, 0, 255], bitmap.Rgba.Span[..4].ToArray());
    }

    [Fact]
    public async Task Picture_in_the_address_without_base64_is_decoded()
    {
        var escaped = string.Concat(TestPictures.Quarters(8, 8).Select(b => $"%{b:X2}"));
        Assert.Equal(8, (await new PictureLoader(_fetcher).LoadAsync(new Uri($"data:image/png,{escaped}"), Page, TestContext.Current.CancellationToken)).Width);
    }

    [Theory]
    [InlineData("data:text/html,hello", PageErrorKind.WrongType)]
    [InlineData("data:image/png;base64,%%%", PageErrorKind.WrongType)]
    [InlineData("data:image/png;base64,", PageErrorKind.WrongType)]
    [InlineData("data:image/png", PageErrorKind.WrongType)]
    [InlineData("data:image/svg+xml,<svg/>", PageErrorKind.WrongType)]
    public async Task Address_that_holds_no_picture_is_refused(string url, PageErrorKind kind)
    {
        var error = await Assert.ThrowsAsync<PageError>(() => new PictureLoader(_fetcher).LoadAsync(new Uri(url), Page, TestContext.Current.CancellationToken));
        Assert.Equal(kind, error.Kind);
    }

    [Fact]
    public async Task Picture_in_the_address_over_the_limit_is_refused_with_a_short_message()
    {
        var url = new Uri($"data:image/png;base64,{new string('A', 100_000)}");
        var error = await Assert.ThrowsAsync<PageError>(() => new PictureLoader(_fetcher).LoadAsync(url, Page, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.TooLarge, error.Kind);
        Assert.InRange(error.Message.Length, 1, 300);
    }

    [Theory]
    [InlineData("ftp://example.com/a.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("about:blank")]
    public async Task Other_schemes_are_refused(string url)
    {
        var error = await Assert.ThrowsAsync<PageError>(() => new PictureLoader(_fetcher).LoadAsync(new Uri(url), Page, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
    }
}
