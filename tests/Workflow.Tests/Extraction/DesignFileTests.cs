using System.Net;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Tests.Fetching;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>Colours that a page tells in style sheets and a manifest of their own.</summary>
public sealed class DesignFileTests
{
    private static readonly FetchOptions Here = new() { AllowPrivateAddresses = true, IgnoreRobots = true };

    [Fact]
    public async Task Colours_come_from_the_sites_own_sheets_before_the_manifest()
    {
        await using var server = Site("<link rel=manifest href=/app.json><link rel=stylesheet href=/print.css media=print><link rel=stylesheet href=/site.css>");
        using var fetcher = new ResourceFetcher(Here);
        var page = await new ContentExtractor(fetcher).ExtractAsync(server.Url("/").ToString(), TestContext.Current.CancellationToken);
        Assert.Equal([new BrandColour("#c2410c", BrandColourSource.Style), new BrandColour("#0f5d78", BrandColourSource.Style), new BrandColour("#225511", BrandColourSource.Manifest)], page.Colours);
        Assert.Equal(["/", "/app.json", "/site.css"], server.Paths.Order());
    }

    [Fact]
    public async Task Nothing_is_fetched_where_the_page_itself_tells_a_colour()
    {
        await using var server = Site("<meta name=theme-color content=#8f2f1f><link rel=stylesheet href=/site.css>");
        using var fetcher = new ResourceFetcher(Here);
        var page = await new ContentExtractor(fetcher).ExtractAsync(server.Url("/").ToString(), TestContext.Current.CancellationToken);
        Assert.Equal("#8f2f1f", Assert.Single(page.Colours).Hex);
        Assert.Equal(["/"], server.Paths);
    }

    [Theory]
    [InlineData("/none.css")]
    [InlineData("/picture.css")]
    [InlineData("/large.css")]
    [InlineData("/broken.css")]
    public async Task Sheet_that_cannot_be_had_leaves_the_page_as_it_is(string sheet)
    {
        await using var server = Site($"<link rel=stylesheet href={sheet}>");
        using var fetcher = new ResourceFetcher(Here);
        var page = await new ContentExtractor(fetcher).ExtractAsync(server.Url("/").ToString(), TestContext.Current.CancellationToken);
        Assert.Contains("kettle", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Colours);
    }

    [Fact]
    public async Task Sheet_on_a_private_address_is_never_asked_for()
    {
        await using var inside = EvilServer.Always("200 OK\nContent-Type: text/css", ":root{--brand:#c01}"u8.ToArray());
        await using var server = Site($"<link rel=stylesheet href=http://inside.example:{inside.Port}/a.css>");

        // Both names are this machine; only the first stands for an address of the public internet.
        using var fetcher = new ResourceFetcher(
            new FetchOptions { IgnoreRobots = true },
            TimeProvider.System,
            (name, _) => Task.FromResult<IPAddress[]>([name == "outside.example" ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")]),
            address => address.Equals(IPAddress.Loopback));
        var page = await new ContentExtractor(fetcher).ExtractAsync($"http://outside.example:{server.Port}/", TestContext.Current.CancellationToken);
        Assert.Empty(page.Colours);
        Assert.Empty(inside.Paths);
    }

    [Fact]
    public async Task Local_page_reads_sheets_of_its_folder_and_no_others()
    {
        using var folder = new TemporaryFolder();
        await using var server = Site("");
        folder.Write("outside.css", ":root{--brand:#123456}");
        folder.Write("page/site.css", "header { background: #0f5d78 }");
        var path = folder.Write("page/index.html", $"<link rel=stylesheet href=../outside.css><link rel=stylesheet href={server.Url("/site.css")}><link rel=stylesheet href=site.css>{Pages.Prose}");
        using var fetcher = new ResourceFetcher(Here);
        var page = await new ContentExtractor(fetcher).ExtractAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("#0f5d78", Assert.Single(page.Colours).Hex);
        Assert.Empty(server.Paths);
    }

    private static EvilServer Site(string head) => new((request, stop) => request.Path switch
    {
        "/" => request.AnswerAsync(Fetches.Html, TextEncoding.UTF8.GetBytes($"<title>Kettle</title>{head}{Pages.Prose}"), stop),
        "/site.css" => request.AnswerAsync("200 OK\nContent-Type: text/css", ":root{--sun:#c2410c} .button{background:var(--sun)} header{color:#fff;background-color:#0f5d78}"u8.ToArray(), stop),
        "/print.css" => request.AnswerAsync("200 OK\nContent-Type: text/css", ":root{--brand:#000123}"u8.ToArray(), stop),
        "/app.json" => request.AnswerAsync("200 OK\nContent-Type: application/manifest+json", "{\"theme_color\":\"#225511\"}"u8.ToArray(), stop),
        "/picture.css" => request.AnswerAsync("200 OK\nContent-Type: image/png", ":root{--brand:#c01}"u8.ToArray(), stop),
        "/large.css" => request.AnswerAsync("200 OK\nContent-Type: text/css", [.. ":root{--brand:#c01}"u8, .. new byte[2 << 20]], stop),
        "/broken.css" => request.AnswerAsync("200 OK\nContent-Type: text/css\nContent-Encoding: gzip", [1, 2, 3, 4], stop),
        _ => request.AnswerAsync("404 Not Found", [], stop),
    });
}
