using System.Text.Json;
using System.Text.RegularExpressions;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed partial class SuggestTests : IDisposable
{
    private const string Rewritten = "Coffee picked by hand, roasted this morning.";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_suggest_lists_can_be_pinned_dropped_and_rewritten_and_the_ad_follows()
    {
        var before = await SuggestAsync("shop.html");
        var line = First(before, "script");
        var headline = First(before, "headline");
        var style = before.Last(s => Kind(s) == "style");
        _place.Write("edits.json", $$"""
            { "version": 1, "edits": [
              { "id": "{{Id(line)}}", "pin": true, "text": "{{Rewritten}}" },
              { "id": "{{Id(headline)}}", "text": "Fresh coffee today" },
              { "id": "{{Id(style)}}", "pin": true },
              { "id": "{{Id(First(before, "callToAction"))}}", "drop": true } ] }
            """);

        var after = await SuggestAsync("shop.html", "--edits", "edits.json");
        Assert.Equal(Rewritten, after.Single(s => Id(s) == Id(line)).GetProperty("text").GetString());
        var made = await _place.RunAsync(["make", "shop.html", "-o", "ad", "--edits", "edits.json", "--size", "160x90", "--duration", "12", "--fps", "2", "--preset", "ultrafast"]);

        Assert.True(made.Code == 0, made.ToString());
        using var board = JsonDocument.Parse(await File.ReadAllTextAsync(_place["ad", "storyboard.json"], TestContext.Current.CancellationToken));
        var captions = board.RootElement.GetProperty("captions").EnumerateArray().Select(static c => c.GetProperty("text").GetString()).ToArray();
        Assert.Equal("Fresh coffee today", captions[0]);
        Assert.Contains(Rewritten, captions);
        Assert.DoesNotContain(First(before, "callToAction").GetProperty("text").GetString(), captions);
        Assert.Equal(style.GetProperty("style").GetProperty("accent").GetString(), board.RootElement.GetProperty("style").GetProperty("accent").GetString());
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(_place["ad", "manifest.json"], TestContext.Current.CancellationToken));
        Assert.Equal(4, manifest.RootElement.GetProperty("options").GetProperty("edits").GetArrayLength());
    }

    [Fact]
    public async Task A_weight_moves_a_score()
    {
        var suggestion = First(await SuggestAsync("shop.html"), "script");
        _place.Write("edits.json", $$"""{"version": 1, "edits": [{"id": "{{Id(suggestion)}}", "weight": 0.5}]}""");

        var moved = (await SuggestAsync("shop.html", "--edits", "edits.json")).Single(s => Id(s) == Id(suggestion));

        Assert.Equal(1.5f * suggestion.GetProperty("score").GetSingle(), moved.GetProperty("score").GetSingle(), 1e-5f);
    }

    [Fact]
    public async Task A_batch_takes_edits_for_one_page_and_for_all()
    {
        _place.Write("tea.html", Workplace.Shop.Replace("coffee", "tea", StringComparison.OrdinalIgnoreCase));
        _place.Write("list.txt", "shop.html\ntea.html\n");
        var line = First(await SuggestAsync("shop.html"), "headline");
        _place.Write("edits.json", $$"""
            { "version": 1, "edits": [ { "page": "shop.html", "id": "{{Id(line)}}", "text": "Coffee for all" }, { "id": "style-bold", "pin": true }, { "id": "script-000000", "drop": true, "optional": true } ] }
            """);

        var outcome = await _place.RunAsync(["batch", "list.txt", "-o", "ads", "--edits", "edits.json", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        var boards = Directory.GetFiles(_place["ads"], "storyboard.json", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        Assert.Equal(2, boards.Length);
        Assert.Single(boards, static b => b.Contains("Coffee for all", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"script-000000\", \"pin\": true}]}", "$.edits[0].id", "script-")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"style-bold\", \"pin\": true, \"page\": \"other.html\"}]}", "$.edits[0].page", "shop.html")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"style-bold\", \"pinned\": true}]}", "$.edits[0].pinned", "pin")]
    public async Task Edits_that_do_not_fit_end_with_the_path_and_what_would(string edits, string path, string known)
    {
        _place.Write("edits.json", edits);

        foreach (var command in (string[][])[["suggest", "shop.html"], ["make", "shop.html", .. Workplace.Small]])
        {
            var outcome = await _place.RunAsync([.. command, "--edits", "edits.json"]);
            Assert.True(outcome.Code == 2, outcome.ToString());
            Assert.Contains(path, outcome.Error, StringComparison.Ordinal);
            Assert.Contains(known, outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_of_suggestions_stands_alone_and_takes_no_markup_from_the_page()
    {
        _place.Write("evil.html", Workplace.Shop.Replace("<h1>Harbour", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; Harbour", StringComparison.Ordinal).Replace("A bag of coffee", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;", StringComparison.Ordinal));

        var outcome = await _place.RunAsync("suggest", "shop.html", "evil.html", "--html", "look.html");

        Assert.True(outcome.Code == 0, outcome.ToString());
        var html = await File.ReadAllTextAsync(_place["look.html"], TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror=alert(1)>", html, StringComparison.Ordinal);
        Assert.All(Sources().Matches(html), static m => Assert.StartsWith("data:image/", m.Groups[1].Value, StringComparison.Ordinal));
        Assert.Contains("data:image/jpeg;base64,", html, StringComparison.Ordinal);
        Assert.Equal(5, Regex.Count(html[..html.IndexOf("</figure>", StringComparison.Ordinal)], "class=\"crop\""));
        Assert.Contains("9:16", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_for_programs_are_not_padded()
    {
        var outcome = await _place.RunAsync("suggest", "shop.html");

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.All(outcome.Lines, static line => Assert.Equal(line.TrimEnd(' '), line));
        Assert.Contains(outcome.Lines, static line => line.Split('\t') is ["*", var id, var score, _, _] && id.StartsWith("headline-", StringComparison.Ordinal) && score.StartsWith("0.", StringComparison.Ordinal));
    }

    private async Task<JsonElement[]> SuggestAsync(params string[] arguments)
    {
        var outcome = await _place.RunAsync(["suggest", "--json", .. arguments]);
        Assert.True(outcome.Code == 0, outcome.ToString());
        var root = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        return [.. root.GetProperty("suggestions").EnumerateArray()];
    }

    private static JsonElement First(JsonElement[] suggestions, string kind) => suggestions.First(s => Kind(s) == kind && s.GetProperty("selected").GetBoolean());

    private static string Kind(JsonElement suggestion) => suggestion.GetProperty("kind").GetString()!;

    private static string Id(JsonElement suggestion) => suggestion.GetProperty("id").GetString()!;

    [GeneratedRegex("(?:src|href)=\"([^#\"][^\"]{0,40})")]
    private static partial Regex Sources();
}
