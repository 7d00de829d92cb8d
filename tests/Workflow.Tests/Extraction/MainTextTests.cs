using System.Text.Json;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class MainTextTests
{
    private sealed record Segments(string File, string[] With, string[] Without);

    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Data", "pages");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Data, "*.html").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Segments_of_the_body_are_kept_and_others_are_not(string file)
    {
        var all = JsonSerializer.Deserialize<Segments[]>(await File.ReadAllTextAsync(Path.Combine(Data, "segments.json"), TestContext.Current.CancellationToken), JsonSerializerOptions.Web)!;
        var segments = Assert.Single(all, entry => entry.File == file);
        using var fetcher = new ResourceFetcher();
        var page = await new ContentExtractor(fetcher).ExtractAsync(Path.Combine(Data, file), TestContext.Current.CancellationToken);
        var text = Words.Tidy(page.Text);
        Assert.All(segments.With, segment => Assert.Contains(Words.Tidy(segment), text, StringComparison.Ordinal));
        Assert.All(segments.Without, segment => Assert.DoesNotContain(Words.Tidy(segment), text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<nav><p>Shop, journal, about us, and everything else that we do.</p></nav>")]
    [InlineData("<footer><p>Made with care on the coast, and sent from there by bicycle.</p></footer>")]
    [InlineData("<div class='cookie-notice'><p>We value your privacy and bake our own little ones.</p></div>")]
    [InlineData("<section id=comments><p>I liked this very much, says a reader of the page.</p></section>")]
    [InlineData("<div style='display: none'><p>Nobody sees this line when the page is shown.</p></div>")]
    [InlineData("<p hidden>Nobody sees this line when the page is shown.</p>")]
    [InlineData("<figure><img src=a.jpg><figcaption>Photograph of the yard by somebody else.</figcaption></figure>")]
    [InlineData("<p><s>This cost a good deal more until yesterday.</s></p>")]
    [InlineData("<p>By Ruth Calder, 18 October 2026 · 4 minutes to read</p>")]
    [InlineData("<ul><li><a href=a>One of our other stories</a></li><li><a href=b>And one more of them</a></li></ul>")]
    public void What_stands_beside_the_content_is_dropped(string part)
    {
        var page = GivenPages.With(part + "<p>The second paragraph says how the work is done, day by day.</p>");
        Assert.Equal(
            ["Goods of the house", "All that is sold here was made by hand in the house behind the shop.", "The second paragraph says how the work is done, day by day."],
            page.Text.Split("\n\n"));
    }

    [Theory]
    [InlineData("content-sidebar-wrap")]
    [InlineData("post category-no-newsletter tag-social")]
    [InlineData("elementor-widget-container")]
    [InlineData("banner")]
    public void Wrapper_of_the_content_is_kept_whatever_it_is_called(string name)
    {
        var page = GivenPages.Read($"<body><div class='{name}'><p>The first of the paragraphs, which says what this is.</p><p>The second of them, which says how it is made.</p></div></body>");
        Assert.Equal(2, page.Text.Split("\n\n").Length);
    }

    [Fact]
    public void Lead_before_the_body_belongs_to_the_text()
    {
        var body = string.Concat(Enumerable.Range(0, 8).Select(i => $"<p>Paragraph {i} goes on about the wind and the towers for a good while, as they do.</p>"));
        var page = GivenPages.Read($"<body><header><h1>Wind</h1><p>For nineteen days the whole coast ran on wind alone, and nobody noticed it.</p></header><div class=article-body>{body}</div></body>");
        Assert.StartsWith("Wind\n\nFor nineteen days", page.Text, StringComparison.Ordinal);
    }
}
