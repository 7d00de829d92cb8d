using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions.Film;
using Gpu.Workflow.Suggestions.Images;
using Gpu.Workflow.Suggestions.Ranking;

namespace Gpu.Workflow.Suggestions;

/// <summary>Adds to words and pictures what depends on both: crops, look, sound, length.</summary>
/// <param name="content">The page.</param>
/// <param name="ranker">Scores.</param>
/// <param name="selector">Takes the best.</param>
internal sealed class FilmSuggestions(PageContent content, Ranker ranker, Selector selector)
{
    private const int MostSounds = 3;

    // Lines that come near the best one are worth their time.
    private const float Worthwhile = 0.8f;
    private const int MostSpoken = 6;

    /// <summary>All suggestions, kind by kind.</summary>
    public async Task<IReadOnlyList<Suggestion>> AddAsync(SpokenChoice words, PictureChoice pictures, CancellationToken cancellationToken)
    {
        var images = pictures.Images;
        var shown = images.Candidates.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var logo = await ChooseAsync(SuggestionKind.Logo, pictures.Logo, 1, null, cancellationToken).ConfigureAwait(false);
        var crops = CropCandidates.Find(images.Ranked.Candidates, images.Ranked.Scores, pictures.Facts);
        var character = PageCharacter.Of(content, [.. words.Script.Candidates.Select(c => c.Text)], [.. images.Taken.Select(i => pictures.Facts[i]!)]);
        var sounds = SoundCandidates.Find(character, !string.IsNullOrWhiteSpace(content.Price), logo.Taken.Count > 0, images.Taken.Count);
        Choice[] choices =
        [
            words.Headline,
            words.Script,
            words.Caption,
            images,
            await ChooseAsync(SuggestionKind.Crop, crops, int.MaxValue, (_, i) => !shown.Contains(crops[i].For!), cancellationToken).ConfigureAwait(false),
            words.CallToAction,
            logo,
            await ChooseAsync(SuggestionKind.Style, StyleCandidates.Find(character), 1, null, cancellationToken).ConfigureAwait(false),
            await ChooseAsync(SuggestionKind.Music, MusicCandidates.Find(character), 1, null, cancellationToken).ConfigureAwait(false),
            await ChooseAsync(SuggestionKind.SoundEffect, sounds, MostSounds, (_, i) => sounds[i].Features[0] <= 0, cancellationToken).ConfigureAwait(false),
            await ChooseAsync(SuggestionKind.Transition, TransitionCandidates.Find(character), 1, null, cancellationToken).ConfigureAwait(false),
            await ChooseAsync(SuggestionKind.Duration, DurationCandidates.Find(Spoken(words), images.Taken.Count), 1, null, cancellationToken).ConfigureAwait(false),
        ];
        return [.. choices.SelectMany(c => selector.Suggestions(c.Ranked, c.Taken))];
    }

    private async Task<Choice> ChooseAsync(SuggestionKind kind, List<Candidate> candidates, int most, Func<List<int>, int, bool>? refuses, CancellationToken cancellationToken)
    {
        var ranked = await ranker.ScoreAsync(kind, SuggestionFeatures.Of(kind), candidates, cancellationToken).ConfigureAwait(false);
        return new Choice(ranked, selector.Take(ranked, ranked.Order, most, refuses));
    }

    private static double Spoken(SpokenChoice words)
    {
        var script = words.Script;
        var best = script.Taken.Select(i => script.Ranked.Scores[i]).DefaultIfEmpty(0).Max();
        return words.Headline.Candidates.Sum(c => c.Seconds ?? 0) +
            script.Taken.Where(i => script.Ranked.Scores[i] >= Worthwhile * best).Take(MostSpoken).Sum(i => script.Ranked.Candidates[i].Seconds ?? 0);
    }
}
