using CsCheck;
using Gpu.Runtime;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Tests.Suggestions;

public sealed class SuggesterTests : IAsyncLifetime
{
    private static readonly PageContent Coffee = new()
    {
        Source = "coffee.html",
        Url = new Uri("https://example.com/coffee.html"),
        Title = "Sunrise Blend",
        Description = "Coffee that tastes of apricot.",
        Language = "en",
        CallToAction = "Order a bag",
        Text = """
            Coffee worth getting up for

            Sunrise Blend tastes of ripe apricot and dark cocoa. It is roasted on Tuesday. We use cookies to improve your visit.

            “I cancelled my café habit after the second bag. My whole office has switched.”

            “We came for two nights and stayed.” „Sehr guter Kaffee für alle.“ „Noch ein guter Kaffee. Immer wieder.“

            Ninety-two percent of our customers order a second bag within six weeks. Ninety-two percent of our customers order a second bag in six weeks.

            12.90 15.50 340
            """.ReplaceLineEndings("\n"),
        Images =
        [
            new PageImage { Url = new Uri("https://example.com/cup.jpg"), Alt = "A cup of Sunrise Blend coffee", Width = 1920, Height = 1280 },
            new PageImage { Url = new Uri("https://example.com/strip.png"), Width = 600, Height = 60 },
        ],
    };

    private ComputeEngine _engine = null!;

    public async ValueTask InitializeAsync() => _engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu }, cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task Every_kind_has_its_best_selected()
    {
        var suggestions = await Suggest(Coffee);
        foreach (var kind in Enum.GetValues<SuggestionKind>())
        {
            var ofKind = suggestions.Where(s => s.Kind == kind).ToArray();
            Assert.True(ofKind[0].Selected, $"{kind}");
            Assert.Equal(ofKind.OrderByDescending(s => s.Score), ofKind);
        }

        Assert.Equal("Order a bag", suggestions.First(s => s.Kind == SuggestionKind.CallToAction).Text);
        Assert.Equal("https://example.com/cup.jpg", suggestions.First(s => s.Kind == SuggestionKind.Image).Image!.Url.ToString());
    }

    [Fact]
    public async Task Scores_are_the_weighted_features()
    {
        foreach (var suggestion in await Suggest(Coffee))
        {
            var features = suggestion.Kind switch
            {
                SuggestionKind.Headline => SuggestionFeatures.Headline,
                SuggestionKind.Script => SuggestionFeatures.Script,
                SuggestionKind.Image => SuggestionFeatures.Image,
                _ => SuggestionFeatures.CallToAction,
            };
            Assert.Equal(features.Select(f => f.Name), suggestion.Features.Keys);
            Assert.All(suggestion.Features.Values, v => Assert.InRange(v, 0, 1));
            Assert.Equal(features.Sum(f => (double)f.Weight * suggestion.Features[f.Name]), suggestion.Score, 1e-5);
        }
    }

    [Fact]
    public async Task Consent_figures_and_loose_quotation_marks_are_no_lines()
    {
        var lines = (await Suggest(Coffee)).Where(s => s.Kind == SuggestionKind.Script).Select(s => s.Text).ToArray();
        Assert.Contains("I cancelled my café habit after the second bag.", lines);
        Assert.Contains("My whole office has switched.", lines);
        Assert.Contains("“We came for two nights and stayed.”", lines);
        Assert.Contains("„Sehr guter Kaffee für alle.“", lines);
        Assert.Contains("Noch ein guter Kaffee.", lines);
        Assert.DoesNotContain(lines, l => l.Contains("cookies", StringComparison.Ordinal) || l.StartsWith("12.90", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_lines_that_say_the_same_are_not_both_selected()
    {
        var twins = (await Suggest(Coffee)).Where(s => s.Text.StartsWith("Ninety-two", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, twins.Length);
        Assert.Single(twins, s => s.Selected);
    }

    [Fact]
    public async Task What_the_headline_says_is_not_said_again()
    {
        var suggestions = await Suggest(Coffee with { Title = "Coffee worth getting up for" });
        Assert.Equal("Coffee worth getting up for", Assert.Single(suggestions, s => s is { Kind: SuggestionKind.Headline, Selected: true }).Text);
        Assert.DoesNotContain(suggestions, s => s is { Kind: SuggestionKind.Script, Selected: true, Text: "Coffee worth getting up for" });
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(-0.25f)]
    public async Task An_edit_changes_its_score_alone(float weight)
    {
        var before = await Suggest(Coffee);
        var after = await new Suggester(_engine).SuggestAsync(Coffee, new Dictionary<string, float> { ["script-2"] = weight }, TestContext.Current.CancellationToken);
        foreach (var suggestion in before)
        {
            var edited = after.Single(s => s.Id == suggestion.Id);
            Assert.Equal(suggestion.Id == "script-2" ? suggestion.Score * (1 + weight) : suggestion.Score, edited.Score, 1e-6f);
        }

        Assert.Contains("an edit changed", after.Single(s => s.Id == "script-2").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_by_minus_one_takes_a_line_out()
    {
        var best = (await Suggest(Coffee)).First(s => s is { Kind: SuggestionKind.Script, Selected: true });
        var after = await new Suggester(_engine).SuggestAsync(Coffee, new Dictionary<string, float> { [best.Id] = -1 }, TestContext.Current.CancellationToken);
        Assert.False(after.Single(s => s.Id == best.Id).Selected);
    }

    [Fact]
    public async Task An_edit_of_nothing_is_an_error_that_names_it()
    {
        var error = await Assert.ThrowsAsync<ConfigurationError>(() =>
            new Suggester(_engine).SuggestAsync(Coffee, new Dictionary<string, float> { ["script-99"] = 1 }, TestContext.Current.CancellationToken));
        Assert.Contains("script-99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_a_request_gets_one_in_its_language()
    {
        var page = Coffee with { CallToAction = null, Language = "ja-JP" };
        Assert.Equal("詳しくはこちら", Assert.Single(await Suggest(page), s => s.Kind == SuggestionKind.CallToAction).Text);
    }

    [Fact]
    public Task Any_text_gives_distinct_ids_and_features_in_range() =>
        Gen.String[Gen.Char[' ', '\u3fff'], 0, 400].SampleAsync(async text =>
        {
            var suggestions = await Suggest(Coffee with { Text = text, Title = text.Length > 20 ? text[..20] : "x" });
            Assert.Equal(suggestions.Count, suggestions.Select(s => s.Id).Distinct().Count());
            Assert.All(suggestions, s => Assert.All(s.Features.Values, v => Assert.InRange(v, 0, 1)));
        }, iter: 200);

    private Task<IReadOnlyList<Suggestion>> Suggest(PageContent page) => new Suggester(_engine).SuggestAsync(page, null, TestContext.Current.CancellationToken);
}
