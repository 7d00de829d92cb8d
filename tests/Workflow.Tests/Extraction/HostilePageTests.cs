using CsCheck;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class HostilePageTests
{
    private static readonly string[] Soup =
    [
        "<p>", "</p>", "<div class='hero related'>", "</div>", "<table><td>", "<b>", "<i>", "</b>", "<a href='http://['>", "<svg><title>", "<math>", "<template>", "</template>", "<!--", "-->", "<![CDATA[",
        "<script type='application/ld+json'>", "{\"@type\":\"Product\",\"name\":\"\\ud800\",\"offers\":[{\"price\":\"1e9\",\"priceCurrency\":3}],\"image\":[{},[],null,\"x\"]}", "{\"@type\":[", "</script>", "<style>", "a>b{background:url(x)}", "</style>",
        "<img srcset='a 9w,b 2x,,' src='data:image/gif;base64,R0' width=99999999999 alt='x'>", "<picture><source srcset=x>", "<video poster>", "<base href='javascript:x'>", "<meta property='og:image' content='http://'>", "<h1>", "<br>", "&#x0;&#xD800;&bogus;", "$1.2.3,4 ",
        "Some words make a sentence that is long enough to be read. ", "日本語の文章です。", "<html lang='xx-\0'>", "<title>", "</title>", "\0", "<frameset>", "<plaintext>", "<select><option>", "<form><input type=image>", "<figure><figcaption>",
    ];

    [Fact]
    public async Task Any_soup_of_tags_is_content_or_a_page_error() =>
        await Gen.Int[0, Soup.Length - 1].Array[1, 60].SampleAsync(async parts => await ReadsOrRefusesAsync(System.Text.Encoding.UTF8.GetBytes(string.Concat(parts.Select(i => Soup[i])))), iter: 400);

    [Fact]
    public async Task Any_bytes_behind_a_tag_are_content_or_a_page_error() =>
        await Gen.Byte.Array[0, 400].SampleAsync(async bytes => await ReadsOrRefusesAsync([.. "<p>"u8, .. bytes]), iter: 300);

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table><tr><td")]
    [InlineData("svg><g")]
    [InlineData("ul><li")]
    [InlineData("ul")]
    public async Task Nesting_of_ten_thousand_elements_is_read(string open)
    {
        var html = $"<h1>Kettle</h1>{string.Concat(Enumerable.Repeat($"<{open}>", 10_000))}{Pages.Prose}";
        var page = await Task.Run(async () =>
        {
            try
            {
                return await Pages.ReadAsync(html + Pages.Prose);
            }
            catch (PageError error)
            {
                Assert.True(error.Kind is PageErrorKind.TooLarge or PageErrorKind.Empty, error.Message);
                return null;
            }
        }).WaitAsync(TimeSpan.FromMinutes(4), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(page is null || page.Title.Length > 0);
    }

    [Fact]
    public async Task Ten_thousand_pictures_give_a_list_within_its_limit()
    {
        var html = $"{Pages.Prose}<figure>{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<img src='https://example.com/{i}.jpg'>"))}</figure>";
        Assert.Equal(200, (await Pages.ReadInTimeAsync(html)).Images.Count);
    }

    [Fact]
    public async Task Comments_before_the_page_do_not_hang()
    {
        var html = string.Concat(Enumerable.Repeat("<!---->", 500)) + Pages.Prose;
        Assert.Contains("kettle", (await Pages.ReadInTimeAsync(html)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_without_number_do_not_hang()
    {
        var html = $"{Pages.Prose}<p>{new string('©', 100_000)}x</p>";
        Assert.Contains("kettle", (await Pages.ReadInTimeAsync(html)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digits_without_number_do_not_hang_the_search_for_a_price()
    {
        var html = $"<script type='application/ld+json'>{{\"@type\":\"Product\",\"offers\":{{\"price\":\"24\",\"priceCurrency\":\"USD\"}}}}</script>{Pages.Prose}<p>{string.Concat(Enumerable.Repeat("1 ", 100_000))}</p>";
        Assert.Equal("$24.00", (await Pages.ReadInTimeAsync("<html lang=en>" + html)).Price);
    }

    [Fact]
    public async Task Line_breaks_without_number_do_not_hang()
    {
        var html = $"<div>{Pages.Prose}{string.Concat(Enumerable.Repeat("a<br>", 150_000))}</div>";
        Assert.Contains("kettle", (await Pages.ReadInTimeAsync(html)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selector_with_many_parts_over_deep_markup_does_not_hang()
    {
        var html = $"<style>em {string.Concat(Enumerable.Repeat("div ", 40))} p{{background:url(https://example.com/a.jpg)}}</style>{string.Concat(Enumerable.Repeat("<div>", 400))}{Pages.Prose}";
        Assert.Empty((await Pages.ReadInTimeAsync(html)).Images);
    }

    [Fact]
    public async Task Style_sheets_without_number_do_not_hang()
    {
        var html = $"{string.Concat(Enumerable.Repeat("<style>.none{background:url(a)}.no{background:url(b)}</style>", 5_000))}{string.Concat(Enumerable.Repeat(Pages.Prose, 5_000))}";
        Assert.Contains("kettle", (await Pages.ReadInTimeAsync(html)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_in_structured_data_is_passed_over()
    {
        var page = await Pages.ReadAsync($"<title>Kettle</title><script type='application/ld+json'>{{\"@type\":\"Product\",\"name\":\"\\ud800\",\"description\":\"\\udc00\",\"image\":\"\\ud800\"}}</script>{Pages.Prose}");
        Assert.Equal("Kettle", page.Title);
    }

    // SmartReader makes a pattern of the site's name, and runs it over the title.
    [Theory]
    [InlineData("<meta property='og:site_name' content='(a*)*b'><meta property='og:title' content='x - ")]
    [InlineData("<meta property='og:site_name' content='(.*)*(.*)*(.*)*Q'><meta property='og:title' content='")]
    [InlineData("<meta property='og:site_name' content='Kettle'><meta property='og:title' content='")]
    public async Task Site_name_that_is_a_pattern_without_end_does_not_hang(string meta)
    {
        var html = $"<title>Kettle - home</title>{meta}{new string('a', 100)}{string.Concat(Enumerable.Repeat(" - aaaaaaaa", 20_000))}'>{Pages.Prose}";
        await CheapAsync(html);
    }

    [Theory]
    [InlineData("srcset")]
    [InlineData("src")]
    [InlineData("class")]
    [InlineData("style")]
    [InlineData("property")]
    public async Task Attribute_without_end_does_not_hang(string name)
    {
        var value = $"data:image/png;base64,{new string('A', 200_000)} {string.Concat(Enumerable.Repeat("a- ", 100_000))}x";
        await CheapAsync($"<meta {name}='{value}' content='a'><div><img {name}='{value}'><p {name}='{value}'>Before.</p></div>{Pages.Prose}");
    }

    [Fact]
    public async Task Title_and_headings_without_end_do_not_hang() =>
        await CheapAsync($"<title>{string.Concat(Enumerable.Repeat("a - b ", 50_000))}</title><h1>{string.Concat(Enumerable.Range(0, 50_000).Select(i => $"w{i} "))}</h1><h2>{string.Concat(Enumerable.Range(0, 50_000).Select(i => $"v{i} "))}</h2>{Pages.Prose}");

    [Fact]
    public async Task Elements_of_one_parent_without_number_do_not_hang_the_reader_of_properties() =>
        await CheapAsync($"<div itemscope itemtype='https://schema.org/Product'><div itemprop=description>{string.Concat(Enumerable.Repeat("<i></i>", 100_000))}</div></div>{Pages.Prose}");

    // Each takes well under a second alone, and took a minute or forever before; a machine under load may be slow.
    private static async Task CheapAsync(string html)
    {
        var page = await Task.Run(() => Pages.ReadAsync(html)).WaitAsync(TimeSpan.FromSeconds(40), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Contains("kettle", page.Text, StringComparison.Ordinal);
    }

    private static async Task ReadsOrRefusesAsync(byte[] html)
    {
        try
        {
            var page = await Pages.ReadAsync(html);
            Assert.NotEmpty(page.Text);
        }
        catch (PageError error)
        {
            Assert.Contains("page.html", error.Message, StringComparison.Ordinal);
        }
    }
}
