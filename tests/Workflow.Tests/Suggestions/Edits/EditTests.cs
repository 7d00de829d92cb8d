using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Tests.Suggestions.Edits;

public sealed class EditTests(SuggesterFixture fixture) : IClassFixture<SuggesterFixture>
{
    [Theory]
    [InlineData(0.5f)]
    [InlineData(-0.25f)]
    public async Task A_weight_changes_its_own_score_by_its_share_alone(float weight)
    {
        var before = await fixture.Suggest(SuggesterFixture.Coffee);
        foreach (var kind in Enum.GetValues<SuggestionKind>().Except([SuggestionKind.Script, SuggestionKind.Image]))
        {
            var edited = before.First(s => s.Kind == kind).Id;
            var after = await fixture.Suggest(SuggesterFixture.Coffee, new SuggestionEdit { Id = edited, Weight = weight });
            Assert.All(before, b => Assert.Equal(b.Id == edited ? b.Score * (1 + weight) : b.Score, after.Single(a => a.Id == b.Id).Score, 1e-6f));
            Assert.Contains("an edit changed", after.Single(s => s.Id == edited).Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SuggestionKind.Script)]
    [InlineData(SuggestionKind.Image)]
    [InlineData(SuggestionKind.Style)]
    [InlineData(SuggestionKind.Headline)]
    public async Task What_is_dropped_is_not_used_and_scores_nothing(SuggestionKind kind)
    {
        var best = (await fixture.Suggest(SuggesterFixture.Coffee)).First(s => s.Kind == kind && s.Selected);
        var after = (await fixture.Suggest(SuggesterFixture.Coffee, new SuggestionEdit { Id = best.Id, Drop = true })).Single(s => s.Id == best.Id);
        Assert.Equal((false, 0f), (after.Selected, after.Score));
        Assert.EndsWith("an edit dropped it.", after.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pinned_takes_the_place_of_the_best_of_each_kind_with_one_place()
    {
        var before = await fixture.Suggest(SuggesterFixture.Coffee);
        foreach (var kind in (SuggestionKind[])[SuggestionKind.Headline, SuggestionKind.CallToAction, SuggestionKind.Style, SuggestionKind.Music, SuggestionKind.Transition, SuggestionKind.Duration])
        {
            var worst = before.Last(s => s.Kind == kind);
            var after = await fixture.Suggest(SuggesterFixture.Coffee, new SuggestionEdit { Id = worst.Id, Pin = true });
            Assert.Equal(worst.Id, Assert.Single(after, s => s.Kind == kind && s.Selected).Id);
            Assert.Equal(worst.Score * 2, after.Single(s => s.Id == worst.Id).Score, 1e-6f);
        }
    }

    [Fact]
    public async Task A_rewritten_line_keeps_its_id_is_measured_anew_and_says_what_it_was()
    {
        var line = (await fixture.Suggest(SuggesterFixture.Coffee)).First(s => s.Kind == SuggestionKind.Script);
        const string Other = "You get 250 grams of coffee.";
        var after = (await fixture.Suggest(SuggesterFixture.Coffee, new SuggestionEdit { Id = line.Id, Text = Other })).Single(s => s.Id == line.Id);
        Assert.Equal((Other, line.Text, true), (after.Text, after.Original, after.Composed));
        Assert.Equal((1, 1), (after.Features["numbers"], after.Features["benefit"]));
        Assert.Contains("rewrote it", after.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_id_is_an_error_that_names_path_and_known_ids()
    {
        var known = (await fixture.Suggest(SuggesterFixture.Coffee)).First(s => s.Kind == SuggestionKind.Script).Id;
        var edits = SuggestionEdits.Read("""{"version": 1, "edits": [{"id": "style-bold", "pin": true}, {"id": "script-none", "pin": true}]}""");
        var error = await Assert.ThrowsAsync<EditError>(() => fixture.Suggest(SuggesterFixture.Coffee, [.. edits.Edits]));
        Assert.Equal("$.edits[1].id", error.Path);
        Assert.Contains(known, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optional_edits_and_those_of_other_pages_may_find_nothing()
    {
        var before = await fixture.Suggest(SuggesterFixture.Coffee);
        var after = await fixture.Suggest(SuggesterFixture.Coffee,
            new SuggestionEdit { Id = "script-none", Pin = true, Optional = true }, new SuggestionEdit { Id = before[0].Id, Drop = true, Page = "tea.html" }, new SuggestionEdit { Id = "script-none", Drop = true, Page = "tea.html" });
        Assert.Equal(before.Select(s => (s.Id, s.Score)), after.Select(s => (s.Id, s.Score)));
    }

    [Fact]
    public async Task What_has_no_words_cannot_be_rewritten()
    {
        var error = await Assert.ThrowsAsync<EditError>(() => fixture.Suggest(SuggesterFixture.Coffee, new SuggestionEdit { Id = "style-bold", Text = "Bolder" }));
        Assert.Contains("style-bold", error.Message, StringComparison.Ordinal);
    }
}
