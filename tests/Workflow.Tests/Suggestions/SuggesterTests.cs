using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Tests.Suggestions;

public sealed class SuggesterTests(SuggesterFixture fixture) : IClassFixture<SuggesterFixture>
{
    private static readonly PageContent Coffee = SuggesterFixture.Coffee;

    [Fact]
    public async Task Every_kind_has_candidates_the_best_first_and_something_selected()
    {
        var suggestions = await Suggest(Coffee);
        foreach (var kind in Enum.GetValues<SuggestionKind>())
        {
            var ofKind = suggestions.Where(s => s.Kind == kind).ToArray();
            Assert.Contains(ofKind, s => s.Selected);
            Assert.Equal(ofKind.OrderByDescending(s => s.Score), ofKind);
        }

        Assert.Equal("Order a bag", suggestions.First(s => s.Kind == SuggestionKind.CallToAction).Text);
        Assert.Equal("https://example.com/cup", suggestions.First(s => s.Kind == SuggestionKind.Image).Image!.Url.ToString());
    }

    [Fact]
    public async Task Scores_are_the_weighted_features_and_weights_sum_to_one()
    {
        foreach (var suggestion in await Suggest(Coffee))
        {
            Assert.Equal(SuggestionFeatures.Of(suggestion.Kind).Select(f => f.Name), suggestion.Features.Keys);
            Assert.Equal(suggestion.Features.Keys, suggestion.Weights.Keys);
            Assert.All(suggestion.Features.Values, v => Assert.InRange(v, 0, 1));
            Assert.Equal(1, suggestion.Weights.Values.Sum(), 1e-5);
            Assert.Equal(suggestion.Features.Sum(f => (double)f.Value * suggestion.Weights[f.Key]), suggestion.Score, 1e-5);
            Assert.Matches(@"^\S.*\.$", suggestion.Reason);
        }
    }

    [Fact]
    public async Task Consent_and_figures_are_no_lines_and_what_is_quoted_stays_quoted()
    {
        var lines = (await Suggest(Coffee)).Where(s => s.Kind == SuggestionKind.Script).Select(s => s.Text).ToArray();
        Assert.Contains("“I cancelled my café habit after the second bag.”", lines);
        Assert.Contains("“My whole office has switched.”", lines);
        Assert.Contains("“We came for two nights and stayed.”", lines);
        Assert.Contains("„Sehr guter Kaffee für alle.“", lines);
        Assert.Contains("„Noch ein guter Kaffee.“", lines);
        Assert.DoesNotContain(lines, l => l.Contains("cookies", StringComparison.Ordinal) || l.StartsWith("12.90", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_lines_that_say_the_same_are_not_both_selected()
    {
        var twins = (await Suggest(Coffee)).Where(s => s.Kind == SuggestionKind.Script && s.Text.StartsWith("Ninety-two", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, twins.Length);
        Assert.Single(twins, s => s.Selected);
    }

    [Fact]
    public async Task What_the_headline_says_is_not_said_again()
    {
        var suggestions = await Suggest(Coffee with { Title = "Sunrise Blend tastes of ripe apricot" });
        Assert.DoesNotContain(suggestions, s => s is { Kind: SuggestionKind.Script, Selected: true } && s.Text.Contains("ripe apricot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Captions_and_crops_of_what_is_used_are_used()
    {
        var suggestions = await Suggest(Coffee);
        var used = suggestions.Where(s => s.Selected).Select(s => s.Id).ToHashSet();
        Assert.All(suggestions.Where(s => s.Kind is SuggestionKind.Caption or SuggestionKind.Crop), s => Assert.True(!s.Selected || used.Contains(s.For!)));
        Assert.All(suggestions.Where(s => s is { Kind: SuggestionKind.Script, Selected: true }), s => Assert.Single(suggestions, c => c is { Kind: SuggestionKind.Caption, Selected: true } && c.For == s.Id));
        Assert.All(suggestions.Where(s => s is { Kind: SuggestionKind.Image, Selected: true }), s => Assert.Equal(5, suggestions.Count(c => c is { Kind: SuggestionKind.Crop, Selected: true } && c.For == s.Id)));
    }

    [Fact]
    public async Task A_page_without_a_request_gets_one_in_its_language()
    {
        var page = Coffee with { CallToAction = null, Language = "ja-JP" };
        var call = Assert.Single(await Suggest(page), s => s.Kind == SuggestionKind.CallToAction);
        Assert.Equal(("詳しくはこちら", true), (call.Text, call.Composed));
    }

    [Theory]
    [InlineData("Tak")]
    [InlineData("Accept all")]
    [InlineData("Suche")]
    public async Task A_button_of_the_page_itself_is_no_request(string button) =>
        Assert.Equal("Learn more", Assert.Single(await Suggest(Coffee with { CallToAction = button }), s => s.Kind == SuggestionKind.CallToAction).Text);

    [Fact]
    public async Task A_site_name_behind_a_bar_is_no_part_of_the_headline() =>
        Assert.Equal("What is slow coffee?", Assert.Single(await Suggest(Coffee with { Title = "What is slow coffee? | SomeBlog" }), s => s is { Kind: SuggestionKind.Headline, Selected: true }).Text);

    [Fact]
    public Task Any_text_gives_distinct_ids_and_features_in_range() =>
        Gen.String[Gen.Char[' ', '\u3fff'], 0, 400].SampleAsync(async text =>
        {
            var suggestions = await Suggest(Coffee with { Text = text, Title = text.Length > 20 ? text[..20] : "x", Images = [] });
            Assert.Equal(suggestions.Count, suggestions.Select(s => s.Id).Distinct().Count());
            Assert.All(suggestions, s => Assert.All(s.Features.Values, v => Assert.InRange(v, 0, 1)));
        }, iter: 60);

    private Task<IReadOnlyList<Suggestion>> Suggest(PageContent page, params SuggestionEdit[] edits) => fixture.Suggest(page, edits);
}
