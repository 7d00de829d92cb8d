using CsCheck;
using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Film;

namespace Gpu.Workflow.Tests.Suggestions.Film;

public sealed class FilmTests(SuggesterFixture fixture) : IClassFixture<SuggesterFixture>
{
    private static readonly Gen<PageCharacter> Characters = Gen.Select(
        Gen.Double[0, 1].Array[13], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1],
        Gen.Select(Gen.Double[0, 360], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0.01, 1], (h, s, l, w) => new PaletteColour(h, s, l, w)).Array[0, 8],
        Gen.Select(Gen.Double[0, 360], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Bool, (h, s, l, has) => has ? new PaletteColour(h, s, l, 0) : (PaletteColour?)null),
        (topics, energy, light, colour, palette, brand) => new PageCharacter(Enum.GetValues<Topic>().Zip(topics).ToDictionary(t => t.First, t => t.Second), energy, light, colour, palette, brand));

    [Fact]
    public void Words_and_accent_of_every_look_are_legible_in_the_colours_of_any_pictures() => Characters.Sample(character =>
        Assert.All(StyleCandidates.Find(character).Select(c => c.Style!), style =>
        {
            var ground = Colours.Parse(style.Background);
            Assert.True(Colours.Contrast(ground, Colours.Parse(style.Foreground)) >= 4.5, $"{style}");
            Assert.True(Colours.Contrast(ground, Colours.Parse(style.Accent)) >= 4.5, $"{style}");
        }));

    [Fact]
    public void All_features_are_in_range_for_any_page() => Gen.Select(Characters, Gen.Double[0, 200], Gen.Int[0, 30], Gen.Bool).Sample((character, spoken, pictures, has) =>
        Assert.All(
            [.. StyleCandidates.Find(character), .. MusicCandidates.Find(character), .. TransitionCandidates.Find(character), .. SoundCandidates.Find(character, has, !has, pictures), .. DurationCandidates.Find(spoken, pictures)],
            c => Assert.All(c.Features, f => Assert.InRange(f, 0, 1))));

    [Fact]
    public async Task The_pages_own_colour_is_the_accent_as_it_is_wherever_it_can_be_read()
    {
        var suggestions = await fixture.Suggest(SuggesterFixture.Coffee with { Colours = [new("#ffffff", BrandColourSource.ThemeColour), new("#d9672e", BrandColourSource.Style)] });
        var styles = suggestions.Where(s => s.Style is not null).ToList();
        var orange = Colours.Parse("#d9672e");
        Assert.Contains(styles, s => s.Style!.Accent == "#d9672e");
        Assert.All(styles, s => Assert.Equal(Colours.Contrast(Colours.Parse(s.Style!.Background), orange) >= 4.8, s.Style.Accent == "#d9672e"));
        Assert.All(styles, s => Assert.True(s.Style!.Accent == "#d9672e" ? s.Features["brand"] > 0.995f : s.Features["brand"] < 0.995f));
    }

    [Fact]
    public async Task What_a_page_calls_itself_decides_where_its_words_do_not()
    {
        const string Text = "The house stands at the end of a long road. Everybody who came has told us that the days were long and bright.";
        foreach (var (type, looks, moods) in ((string, string[], string[])[])[("Hotel", ["calm", "elegant"], ["calm", "elegant"]), ("NewsArticle", ["editorial"], ["serious"]), ("SoftwareApplication", ["technical"], ["serious", "driving"]), ("Festival", ["bold"], ["driving"])])
        {
            var (music, style) = await Of("The long road", Text, type);
            Assert.Contains(style!.Look, looks);
            Assert.Contains(music!.Mood, moods);
        }
    }

    [Fact]
    public void Colours_go_to_hsl_and_back() => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Sample((r, g, b) =>
    {
        var (hue, saturation, lightness) = Hsl.Of(r, g, b);
        Assert.Equal((r, g, b), Hsl.ToRgb(hue, saturation, lightness));
    });

    [Fact]
    public async Task A_lively_page_about_music_and_a_quiet_one_about_sleep_differ_in_look_and_sound()
    {
        var party = await Of("Festival tickets", "Dance all night! Get your ticket! Forty artists on three stages! Concert after concert! Come and join the party!");
        var sleep = await Of("Fall asleep in calm", "Sleep comes slowly to a quiet mind that has nothing left to hold on to. A calm voice reads until your breathing grows long and even. Relax your body and let meditation lead you into a healthy night.");
        Assert.Equal(("driving", "calm"), (party.Music!.Mood, sleep.Music!.Mood));
        Assert.True(party.Music.BeatsPerMinute > sleep.Music.BeatsPerMinute + 20);
        Assert.NotEqual(party.Style!.Look, sleep.Style!.Look);
        Assert.Equal("calm", sleep.Style.Look);
    }

    [Fact]
    public void More_to_say_and_show_asks_for_a_longer_ad()
    {
        Assert.True(Best(4, 2) < Best(12, 5));
        Assert.True(Best(12, 5) < Best(45, 12));
        static double Best(double spoken, int pictures) => DurationCandidates.Find(spoken, pictures).MaxBy(c => c.Features.Zip(SuggestionFeatures.Duration).Sum(f => f.First * f.Second.Weight))!.Seconds!.Value;
    }

    [Fact]
    public async Task A_sound_without_its_occasion_is_not_used()
    {
        var free = await fixture.Suggest(SuggesterFixture.Coffee with { Price = null, Logo = null });
        Assert.DoesNotContain(free, s => s is { Selected: true, Sound.At: "price" or "closing" });
        Assert.DoesNotContain(free, s => s.Kind == SuggestionKind.Logo);
    }

    [Fact]
    public async Task Transitions_are_those_that_a_storyboard_can_ask_for() =>
        Assert.All((await fixture.Suggest(SuggesterFixture.Coffee)).Where(s => s.Transition is not null), s => Assert.True(TransitionNames.IsKnown(s.Transition!.Transition), s.Transition.Transition));

    private async Task<(SuggestedMusic? Music, SuggestedStyle? Style)> Of(string title, string text, params string[] types)
    {
        var suggestions = await fixture.Suggest(SuggesterFixture.Coffee with { Title = title, Description = "", Text = text, Images = [], Types = types });
        return (suggestions.Single(s => s is { Selected: true, Music: not null }).Music, suggestions.Single(s => s is { Selected: true, Style: not null }).Style);
    }
}
