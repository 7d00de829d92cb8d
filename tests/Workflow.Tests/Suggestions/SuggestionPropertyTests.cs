using System.Text.Json;
using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Tests.Suggestions;

public sealed class SuggestionPropertyTests(SuggesterFixture fixture) : IClassFixture<SuggesterFixture>
{
    private static readonly string[] Sentences =
    [
        "Our beans come from one farm in Huila.", "You can taste the apricot in every cup!", "It is roasted on Tuesday.", "Order before noon and we ship the same day, but never on Sundays.",
        "4.9 of 5 stars from 2,314 coffee lovers", "„Der beste Kaffee der Stadt.“", "“I tried it once. My whole office has switched. We never went back.”", "熱をかけないから、色も香りも生きています。", "توصيل مجاني خلال يومين، وعلبة هدية مخملية مع كل زجاجة.", "Delivery is free from two bags on — and so is the tin that keeps the coffee fresh for a month or more.",
        "We use cookies.", "Read more", "1. Grind the beans [2] , then wait .", "(Photo: somebody)",
    ];

    private static readonly Gen<PageContent> Pages = Gen.Select(Gen.OneOf(Sentences).Array[1, 4].Array[0, 8], Gen.OneOf(Sentences), Gen.OneOf("en", "de", "ja", "ar", ""), Gen.Shuffle((string[])["cup", "rays", "plain", "cup-again", "missing"]), (paragraphs, title, language, pictures) =>
        SuggesterFixture.Coffee with
        {
            Text = string.Join("\n\n", paragraphs.Select(p => string.Join(' ', p))),
            Title = title.TrimEnd('.', '!'),
            Language = language,
            Images = [.. pictures.Take(3).Select(p => new PageImage { Url = new Uri($"https://example.com/{p}"), Alt = $"A picture of {p}" })],
        });

    [Fact]
    public Task A_text_is_on_the_page_or_marked_as_composed() => Pages.SampleAsync(async page =>
    {
        var said = string.Join('\n', [page.Title, page.Description, page.CallToAction, Plain(page.Text), .. page.Images.Select(i => i.Alt)]);
        Assert.All(await fixture.Suggest(page), s => Assert.True(s.Composed || said.Contains(s.Text.TrimStart('“', '„', '"', '«').TrimEnd('.', '。', '”', '“', '"', '»'), StringComparison.Ordinal), $"{s.Id}: {s.Text}"));
        static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }, iter: 40);

    [Fact]
    public Task The_same_page_gives_the_same_suggestions_with_one_worker_and_beside_others() => Gen.Select(Pages, Pages).SampleAsync(async (page, other) =>
    {
        var alone = Json(await fixture.SuggestOnOne(page));
        var both = await Task.WhenAll(fixture.Suggest(other), fixture.Suggest(page));
        Assert.Equal(alone, Json(both[1]));
        both = await Task.WhenAll(fixture.Suggest(page), fixture.Suggest(other));
        Assert.Equal(alone, Json(both[0]));
    }, iter: 15);

    [Fact]
    public Task An_id_stays_when_the_page_gets_more_text_above_it() => Pages.SampleAsync(async page =>
    {
        var before = (await fixture.Suggest(page)).Where(s => s.Kind == SuggestionKind.Script).ToDictionary(s => s.Id, s => s.Text);
        var after = (await fixture.Suggest(page with { Text = "A whole new sentence stands above all others here.\n\n" + page.Text })).Where(s => s.Kind == SuggestionKind.Script).ToDictionary(s => s.Id, s => s.Text);
        Assert.All(before, b => Assert.Equal(b.Value, after[b.Key]));
    }, iter: 20);

    private static string Json(IReadOnlyList<Suggestion> suggestions) => JsonSerializer.Serialize(suggestions);
}
