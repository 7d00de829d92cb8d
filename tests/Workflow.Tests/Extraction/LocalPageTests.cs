using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Tests.Pictures;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class LocalPageTests : IDisposable
{
    private const string Shop = """
        <!doctype html><html lang="en"><head><title>Morning Roast | Kaffee Werk</title>
        <meta name="description" content="Coffee roasted on the day it ships.">
        <meta property="og:site_name" content="Kaffee Werk">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Morning Roast","image":"img/bag.png",
        "brand":{"@type":"Brand","name":"Kaffee Werk"},"offers":{"@type":"Offer","price":"24.00","priceCurrency":"USD"}}</script></head>
        <body><header><img src="img/logo.png" class="logo" alt="Kaffee Werk"><nav><a href="/">Home</a> <a href="/shop">Shop</a> <a href="/about">About us</a></nav></header>
        <main><section class="hero"><h1>Morning Roast</h1><p>A bright coffee from two farms in Huila, roasted the morning we ship it.</p><a class="btn btn-primary" href="/buy">Buy a bag</a></section>
        <section><h2>Roasted to order</h2><p>We roast every Tuesday and Thursday, and your bag leaves within six hours.</p><img src="img/bag.png" alt="A bag of coffee"></section>
        <section><h2>What people say</h2><blockquote>“The best morning coffee I have had in years.”</blockquote></section>
        <p class="price">$24.00</p></main>
        <div class="cookie-banner"><p>We use cookies to improve your experience on this site. Accept them all?</p><button>Accept</button></div>
        <footer><p>© 2026 Kaffee Werk. All rights reserved.</p></footer></body></html>
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ResourceFetcher _fetcher = new();
    private readonly ContentExtractor _extractor;

    public LocalPageTests() => _extractor = new ContentExtractor(_fetcher);

    [Fact]
    public async Task Landing_page_gives_all_of_its_content_and_nothing_beside_it()
    {
        var path = _folder.Write("shop/index.html", Shop);
        _folder.Write("shop/img/bag.png", TestPictures.Quarters(640, 480));
        _folder.Write("shop/img/logo.png", TestPictures.Quarters(200, 60));

        var page = await _extractor.ExtractAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("Morning Roast", page.Title);
        Assert.Equal("Kaffee Werk", page.Site);
        Assert.Equal("en", page.Language);
        Assert.Equal("Coffee roasted on the day it ships.", page.Description);
        Assert.Equal("$24.00", page.Price);
        Assert.Equal("Buy a bag", page.CallToAction);
        Assert.EndsWith("img/logo.png", page.Logo!.LocalPath, StringComparison.Ordinal);
        var picture = Assert.Single(page.Images);
        Assert.Equal((640, 480, "A bag of coffee"), (picture.Width, picture.Height, picture.Alt));
        Assert.Equal(
            ["Morning Roast", "A bright coffee from two farms in Huila, roasted the morning we ship it.", "Roasted to order", "We roast every Tuesday and Thursday, and your bag leaves within six hours.", "What people say", "“The best morning coffee I have had in years.”", "$24.00"],
            page.Text.Split("\n\n"));
    }

    [Fact]
    public async Task Folder_stands_for_its_index_html()
    {
        _folder.Write("shop/index.html", Shop);
        var page = await _extractor.ExtractAsync(Path.Combine(_folder.Path, "shop"), TestContext.Current.CancellationToken);
        Assert.Equal("Morning Roast", page.Title);
    }

    [Fact]
    public async Task Picture_of_a_local_page_is_loaded()
    {
        var path = _folder.Write("index.html", Shop);
        _folder.Write("img/bag.png", TestPictures.Quarters(640, 480));
        var page = await _extractor.ExtractAsync(path, TestContext.Current.CancellationToken);
        var bitmap = await new PictureLoader(_fetcher).LoadAsync(page.Images[0].Url, page.Url, TestContext.Current.CancellationToken);
        Assert.Equal((640, 480, 640 * 480 * 4), (bitmap.Width, bitmap.Height, bitmap.Rgba.Length));
        Assert.Equal([255, 0, 0, 255], bitmap.Rgba.Span[..4].ToArray());
    }

    [Theory]
    [InlineData("", PageErrorKind.Empty)]
    [InlineData(" \n ", PageErrorKind.Empty)]
    [InlineData("just words", PageErrorKind.WrongType)]
    [InlineData("%PDF-1.7", PageErrorKind.WrongType)]
    [InlineData("<rss version='2.0'><channel><title>News</title></channel></rss>", PageErrorKind.WrongType)]
    [InlineData("<html><head><title>App</title></head><body><div id=root></div><script>render()</script></body></html>", PageErrorKind.Empty)]
    public async Task What_is_no_page_with_text_is_refused_by_name(string content, PageErrorKind kind)
    {
        var path = _folder.Write("page.html", content);
        var error = await Assert.ThrowsAsync<PageError>(() => _extractor.ExtractAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Dispose();
    }
}
