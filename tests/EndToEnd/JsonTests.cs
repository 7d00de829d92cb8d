using System.Text.Json;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class JsonTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Make_writes_one_object_on_standard_output_and_progress_on_standard_error()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "--json", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var json = JsonDocument.Parse(Assert.Single(outcome.Lines));
        var root = json.RootElement;
        Assert.Equal("shop.html", root.GetProperty("source").GetString());
        Assert.All((string[])["output", "thumbnail", "storyboard", "manifest"], name => Assert.True(File.Exists(_place[root.GetProperty(name).GetString()!]), name));
        Assert.Equal(10, root.GetProperty("frames").GetInt32());
        Assert.Contains("Rendering", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("10/10 frames", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_says_nothing()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "--quiet", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Equal("", outcome.Output + outcome.Error);
    }

    [Fact]
    public async Task Make_that_fails_writes_an_object_with_the_error()
    {
        var outcome = await _place.RunAsync("make", "nowhere.html", "--json");

        Assert.Equal(3, outcome.Code);
        using var json = JsonDocument.Parse(Assert.Single(outcome.Lines));
        Assert.Equal("nowhere.html", json.RootElement.GetProperty("source").GetString());
        Assert.Contains("nowhere.html", json.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("suggest")]
    public async Task Pages_come_in_the_order_of_the_arguments_and_a_failed_one_stops_none(string command)
    {
        _place.Write("second.html", Workplace.Shop.Replace("Harbour Roast", "Second Roast", StringComparison.Ordinal));
        await using var site = new LoopbackSite(static _ => new(404, "text/html", []));
        string[] sources = ["shop.html", "nowhere.html", site.Url("/gone"), "second.html", "shop.html"];

        var outcome = await _place.RunAsync([command, "--json", "--allow-private", .. sources]);

        Assert.True(outcome.Code == 1, outcome.ToString());
        var objects = outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(sources, objects.Select(static o => o.GetProperty("source").GetString()));
        Assert.Equal([false, true, true, false, false], objects.Select(static o => o.TryGetProperty("error", out _)));
        Assert.Contains("Second Roast", objects[3].GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_has_the_fields_of_a_page()
    {
        _place.Write("en.html", Workplace.Shop.Replace("<article>", "<article><p>珈琲 <b>&lt;tag&gt;</b></p>", StringComparison.Ordinal));

        var outcome = await _place.RunAsync("extract", "--json", "en.html");

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        string[] fields = ["source", "url", "title", "description", "text", "language", "site", "images", "logo", "price"];
        Assert.All(fields, field => Assert.True(json.RootElement.TryGetProperty(field, out _), field));
        Assert.All((string[])["url", "alt", "width", "height"], field => Assert.True(json.RootElement.GetProperty("images")[0].TryGetProperty(field, out _), field));
        Assert.Contains("\n\n", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("en", json.RootElement.GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_page_cannot_steer_the_terminal()
    {
        _place.Write("evil.html", Workplace.Shop.Replace("<title>Harbour", "<title>\u001b[2JHarbour &#27;[31m[red]", StringComparison.Ordinal));

        var outcome = await _place.RunAsync("extract", "evil.html");

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.DoesNotContain('\u001b', outcome.Output);
    }
}
