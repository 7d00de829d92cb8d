using System.Text.RegularExpressions;
using CsCheck;
using Gpu.Workflow.Jobs;

namespace Gpu.Workflow.Tests.Jobs;

public partial class SlugTests
{
    private static readonly Uri Page = new("https://www.example.com/shop");

    [Fact]
    public void Only_letters_digits_and_single_hyphens_come_out_of_any_title() =>
        Gen.String.Sample(title => Assert.Matches(Safe(), Slug.Of(title, Page)));

    [Theory]
    [InlineData("Harbour Roast: single-origin coffee", "harbour-roast-single-origin-coffee")]
    [InlineData("Crème brûlée à l’ancienne", "creme-brulee-a-lancienne")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script")]
    [InlineData("a\0b\nc", "a-b-c")]
    [InlineData("CON", "con-ad")]
    [InlineData("Lpt1", "lpt1-ad")]
    [InlineData("...", "example-com")]
    [InlineData("", "example-com")]
    public void A_title_becomes_a_name(string title, string slug) => Assert.Equal(slug, Slug.Of(title, Page));

    [Theory]
    [InlineData("file:///home/a/samples/matcha/index.html", "matcha")]
    [InlineData("file:///home/a/samples/green-tea.html", "green-tea")]
    [InlineData("https://www.example.jp/2024", "example-jp")]
    public void A_title_that_ascii_cannot_write_gives_way_to_the_address(string url, string slug) =>
        Assert.Equal(slug, Slug.Of("2024年の宇治抹茶", new Uri(url)));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.Of(string.Concat(Enumerable.Repeat("coffee ", 50)), Page);

        Assert.InRange(slug.Length, 30, 60);
        Assert.EndsWith("coffee", slug, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Safe();
}
