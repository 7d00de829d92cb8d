using System.Text;
using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>Pages are untrusted: whatever comes, the extractor gives content or an error that names the page, soon.</summary>
public sealed class PagePropertyTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<b>", "<i>", "</b>", "<a href='x'>", "</a>", "<svg>", "<math>", "<title>", "</title>", "<script>", "</script>", "<style>a{background:url(", "</style>", "<!--", "-->",
        "<img src=a.jpg srcset='a.jpg 2x, , b.jpg 9999999999999w'>", "<img srcset=',,,'>", "<picture><source srcset='x'>", "<base href='::'>", "<select><option>", "<template>", "<noscript>", "<form>", "<h1>", "<h2 class='comments'>", "<li>", "<ul>",
        "<script type='application/ld+json'>{\"@type\":\"Product\",\"offers\":[[{\"price\":{}}]]}</script>", "<script type='application/ld+json'>[[[[", "<meta property='og:image' content='//'>", "<html lang='x-y-z'>", "<link rel=apple-touch-icon href='http://'>",
        "words and words. ", "12,90 €", "\0", "\uFFFD", "&#x110000;", "&amp", "日本語。", "שלום", "<", ">", "\"", "'", "=", "<button class=cta>", "<span class=price>1.2.3,4 €</span>", "<p style='display:none'>",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly ResourceFetcher _fetcher = new();
    private readonly ContentExtractor _extractor;

    public PagePropertyTests() => _extractor = new ContentExtractor(_fetcher);

    [Fact]
    public void Any_markup_gives_content_or_a_page_error() =>
        Gen.OneOf(Pieces).Array[0, 120].Select(string.Concat).Sample(html => ReadsOrRefuses(html), iter: 400, threads: 1);

    [Fact]
    public void Any_bytes_decode_and_give_content_or_a_page_error() =>
        Gen.Select(Gen.Byte.Array[0, 600], Gen.OneOf<string?>(null, "utf-8", "shift_jis", "utf-7", "gb2312", "no-such-set", "\0", "utf-16")).Sample(
            (bytes, charset) => ReadsOrRefuses("<p>" + HtmlEncoding.Decode(bytes, charset)), iter: 400, threads: 1);

    [Fact]
    public async Task Markup_whose_cost_grows_with_its_square_is_given_up()
    {
        // Each paragraph reopens the 255 elements that the first left open.
        var html = new StringBuilder("<p>");
        for (var i = 0; i < 255; i++)
        {
            html.Append("<b id=").Append(i).Append('>');
        }

        html.Append("</p>").Insert(html.Length, "<p>x", 200_000);
        var path = _folder.Write("page.html", html.ToString());
        var error = await Assert.ThrowsAsync<PageError>(() => _extractor.ExtractAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.TooLarge, error.Kind);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("too complex", error.Message, StringComparison.Ordinal);
    }

    private static void ReadsOrRefuses(string html)
    {
        try
        {
            HtmlCheck.Text(html, "the page");
            var content = GivenPages.Read(html);
            Assert.NotEmpty(content.Text);
            Assert.All(content.Images, image => Assert.True(image.Url.IsAbsoluteUri && !image.Url.IsFile, $"{image.Url}"));
        }
        catch (PageError error)
        {
            Assert.Contains("the page", error.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Dispose();
    }
}
