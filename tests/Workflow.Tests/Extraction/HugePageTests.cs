using System.Text;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>Pages of 50 MB, and charsets that are not what they say.</summary>
public sealed class HugePageTests
{
    private const int Size = 50_000_000;

    [Fact]
    public async Task Page_of_50_MB_is_refused_unread_by_the_default_limit()
    {
        using var folder = new TemporaryFolder();
        using var fetcher = new ResourceFetcher();
        var path = folder.Write("page.html", TextEncoding.UTF8.GetBytes(Fill("<p>", "A paragraph of a page without end. ", "")));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = await Assert.ThrowsAsync<PageError>(() => new ContentExtractor(fetcher).ExtractAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.TooLarge, error.Kind);
        Assert.Contains($"{16 << 20}", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Theory]
    [InlineData("<p>", "A paragraph of a page without end. ", "")]
    [InlineData("", "<p>A paragraph of a page without end.", "")]
    [InlineData("<!--", "A comment without end. ", "-->")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"", "A body without end. ", "\"}</script>")]
    [InlineData("<img alt='", "An alternative without end. ", "' src=a.jpg>")]
    public async Task Page_of_50_MB_with_the_limit_raised_is_read_or_refused(string start, string piece, string end)
    {
        try
        {
            var page = await Pages.ReadInTimeAsync(Pages.Prose + Fill(start, piece, end) + Pages.Prose);
            Assert.Contains("kettle", page.Text, StringComparison.Ordinal);
        }
        catch (PageError error)
        {
            Assert.Equal(PageErrorKind.TooLarge, error.Kind);
        }
    }

    [Theory]
    [InlineData("utf-8", "latin1")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("shift_jis", "utf-8")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("utf-7", "utf-8")]
    [InlineData("no-such-set", "utf-8")]
    [InlineData("windows-1251", "utf-16")]
    public async Task Charset_that_lies_costs_letters_and_no_more(string told, string real)
    {
        var html = $"<!doctype html><meta charset={told}><title>Käse für die Straße</title><main>{Pages.Prose}{Pages.Prose}<p>Käse für die Straße, größer als früher.</p></main>";
        var encoding = TextEncoding.GetEncoding(real);
        var page = await Pages.ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(html)]);
        Assert.Contains("kettle", page.Text, StringComparison.Ordinal);
    }

    private static string Fill(string start, string piece, string end) =>
        new StringBuilder(Size + 1_000).Append(start).Insert(start.Length, piece, Size / piece.Length).Append(end).ToString();
}
