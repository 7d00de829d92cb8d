using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Tests.Pictures;

namespace Gpu.Workflow.Tests.Fetching;

public sealed class LocalFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ResourceFetcher _fetcher = new(Fetches.Small);

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Missing_file_is_not_found() => await PageFailsAsync(Path.Combine(_folder.Path, "none.html"), PageErrorKind.NotFound);

    [Fact]
    public async Task Folder_without_index_is_not_found() => await PageFailsAsync(_folder.Path, PageErrorKind.NotFound);

    [Fact]
    public async Task File_over_the_limit_is_too_large() => await PageFailsAsync(_folder.Write("big.html", new string('x', (64 << 10) + 1)), PageErrorKind.TooLarge);

    [Fact]
    public async Task Empty_file_is_empty() => await PageFailsAsync(_folder.Write("empty.html", ""), PageErrorKind.Empty);

    [Fact]
    public async Task Picture_named_as_a_page_is_the_wrong_type() => await PageFailsAsync(_folder.Write("page.html", TestPictures.Quarters(10, 10)), PageErrorKind.WrongType);

    [Fact]
    public async Task File_name_with_marks_of_a_url_is_read()
    {
        var path = _folder.Write("50% off #1? ü.html", "<p>An offer that you can read here, in whole.</p>");
        Assert.Contains("An offer", (await new ContentExtractor(_fetcher).ExtractAsync(path, TestContext.Current.CancellationToken)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("img/../../secret.png")]
    [InlineData("%2e%2e/secret.png")]
    [InlineData("..%2fsecret.png")]
    [InlineData("link.png")]
    [InlineData("chain.png")]
    [InlineData("out/secret.png")]
    [InlineData("loop.png")]
    [InlineData("/etc/hostname")]
    [InlineData("file://server/share/a.png")]
    public async Task Picture_outside_of_the_pages_folder_is_neither_listed_nor_loaded(string address)
    {
        var secret = _folder.Write("secret.png", TestPictures.Quarters(640, 480));
        var path = _folder.Write("site/index.html", $"<p>Words enough for a page of its own, with one picture.</p><img src='{address}'>");
        var site = Path.GetDirectoryName(path)!;
        File.CreateSymbolicLink(Path.Combine(site, "link.png"), secret);
        File.CreateSymbolicLink(Path.Combine(site, "chain.png"), "link.png");
        File.CreateSymbolicLink(Path.Combine(site, "loop.png"), "loop.png");
        Directory.CreateSymbolicLink(Path.Combine(site, "out"), _folder.Path);

        var page = await new ContentExtractor(_fetcher).ExtractAsync(path, TestContext.Current.CancellationToken);
        Assert.Empty(page.Images);

        var url = new Uri(page.Url, address);
        var error = await Assert.ThrowsAsync<PageError>(() => new PictureLoader(_fetcher).LoadAsync(url, page.Url, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
        Assert.Contains(url.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_within_the_pages_folder_is_followed()
    {
        var path = _folder.Write("site/index.html", "<p>Words enough for a page of its own, with one picture.</p><img src='img/link.png'>");
        _folder.Write("site/img/real.png", TestPictures.Quarters(640, 480));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "site/img/link.png"), "../img/real.png");
        var page = await new ContentExtractor(_fetcher).ExtractAsync(path, TestContext.Current.CancellationToken);
        var bitmap = await new PictureLoader(_fetcher).LoadAsync(Assert.Single(page.Images).Url, page.Url, TestContext.Current.CancellationToken);
        Assert.Equal(640, bitmap.Width);
    }

    [Fact]
    public async Task Page_from_the_network_gets_no_file()
    {
        var file = new Uri(_folder.Write("a.png", TestPictures.Quarters(64, 64)));
        var error = await Assert.ThrowsAsync<PageError>(() => new PictureLoader(_fetcher).LoadAsync(file, new Uri("https://example.com/"), TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
    }

    private async Task PageFailsAsync(string path, PageErrorKind kind)
    {
        var error = await Assert.ThrowsAsync<PageError>(() => new ContentExtractor(_fetcher).ExtractAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
