using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_followed_and_the_page_has_its_last_address(int status)
    {
        using var fetcher = new ResourceFetcher(Fetches.Small);
        await using var server = new EvilServer((request, stop) => request.Path == "/shop/new?a=1"
            ? request.AnswerAsync(Fetches.Html, [65], stop)
            : request.AnswerAsync($"{status} Moved\nLocation: new?a=1#part", [], stop));
        var page = await fetcher.FetchAsync(server.Url("/shop/old"), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Equal(server.Url("/shop/new?a=1").AbsoluteUri, page.Url.AbsoluteUri);
        Assert.Equal(["/shop/old", "/shop/new?a=1"], server.Paths);
        await server.HungUpAsync();
    }

    [Fact]
    public async Task Circle_is_refused_with_the_whole_chain()
    {
        using var fetcher = new ResourceFetcher(Fetches.Small);
        await using var server = new EvilServer((request, stop) => request.AnswerAsync($"302 Found\nLocation: {(request.Path == "/a" ? "/b" : "/a")}", [], stop));
        var error = await Fetches.FailsAsync(fetcher, server.Url("/a"), PageErrorKind.Unreachable);
        Assert.Contains($"{server.Url("/a")} -> {server.Url("/b")} -> {server.Url("/a")}", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/a", "/b"], server.Paths);
    }

    [Fact]
    public async Task Chain_longer_than_the_limit_is_refused_with_the_limit_and_all_its_addresses()
    {
        using var fetcher = new ResourceFetcher(Fetches.Small);
        await using var server = new EvilServer((request, stop) => request.AnswerAsync($"302 Found\nLocation: {request.Path}x", [], stop));
        var error = await Fetches.FailsAsync(fetcher, server.Url("/a"), PageErrorKind.Unreachable);
        Assert.Contains("more than 3 times", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{server.Url("/axxx")} -> {server.Url("/axxxx")}", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/a", "/ax", "/axx", "/axxx"], server.Paths);
    }

    [Fact]
    public async Task Chain_of_exactly_the_limit_is_followed()
    {
        using var fetcher = new ResourceFetcher(Fetches.Small);
        await using var server = new EvilServer((request, stop) => request.Path == "/axxx"
            ? request.AnswerAsync(Fetches.Html, [65], stop)
            : request.AnswerAsync($"302 Found\nLocation: {request.Path}x", [], stop));
        Assert.Equal(server.Url("/axxx"), (await fetcher.FetchAsync(server.Url("/a"), ResourceKind.Page, TestContext.Current.CancellationToken)).Url);
    }

    [Fact]
    public async Task Page_that_sets_a_cookie_and_redirects_to_itself_is_read()
    {
        using var fetcher = new ResourceFetcher(Fetches.Small);
        var first = true;
        await using var server = new EvilServer((request, stop) =>
        {
            var answer = first ? "302 Found\nSet-Cookie: seen=1\nSet-Cookie: ;;;=\nLocation: /" : Fetches.Html;
            first = false;
            return request.AnswerAsync(answer, [65], stop);
        });
        Assert.Equal(1, (await fetcher.FetchAsync(server.Url(), ResourceKind.Page, TestContext.Current.CancellationToken)).Content.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nLocation: http://")]
    [InlineData("\nLocation: http://[::1")]
    [InlineData("\nLocation: http://a b c/")]
    [InlineData("\nLocation: http:///")]
    [InlineData("\nLocation: ://")]
    [InlineData("\nLocation: http://host:99999999/")]
    public async Task Redirect_to_nowhere_is_an_error(string header)
    {
        using var fetcher = new ResourceFetcher(Fetches.Small);
        await using var server = new EvilServer((request, stop) => request.AnswerAsync($"302 Found{header}", [], stop));
        var error = await Assert.ThrowsAsync<PageError>(() => fetcher.FetchAsync(server.Url(), ResourceKind.Page, TestContext.Current.CancellationToken));
        Assert.Contains(server.Url().ToString(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1:8080/admin")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:2]/")]
    [InlineData("http://[64:ff9b::7f00:2]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://2130706434/")]
    [InlineData("http://0x7f000002/")]
    [InlineData("http://0177.0.0.2/")]
    [InlineData("http://127.2/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("gopher://example.com/")]
    [InlineData("data:text/html,hi")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@example.com/")]
    public async Task Redirect_from_the_public_internet_to_what_is_not_is_refused(string target)
    {
        using var fetcher = Fetches.WithPublicLoopback();
        await using var server = new EvilServer((request, stop) => request.AnswerAsync($"302 Found\nLocation: {target}", [], stop));
        var error = await Assert.ThrowsAsync<PageError>(() => fetcher.FetchAsync(server.Url("/start"), ResourceKind.Page, TestContext.Current.CancellationToken));
        Assert.True(error.Kind == PageErrorKind.Refused, $"{error.Kind}: {error.Message}");
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Paths);
    }
}
