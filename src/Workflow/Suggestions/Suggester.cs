using Gpu.Kernels.Judging;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions.Edits;
using Gpu.Workflow.Suggestions.Images;
using Gpu.Workflow.Suggestions.Ranking;
using Gpu.Workflow.Suggestions.Words;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions;

/// <summary>Finds candidates of every kind, scores them on the engine and selects the best, no two of which say or show the same.</summary>
/// <param name="engine">Computes features, scores and choices.</param>
/// <param name="loader">Loads pictures, small, before they are scored.</param>
/// <param name="judge">Finds what they are worth.</param>
internal sealed class Suggester(IComputeEngine engine, IPictureLoader loader, IPictureJudge judge) : ISuggester
{
    private const int MostLines = 10;
    private const int FewestLines = 3;
    private const int MostImages = 6;

    // So many pictures are loaded to choose from, those that the page itself speaks for.
    private const int MostLoaded = 24;

    private static readonly string NotLoaded = $"It was not loaded: the page has more than {MostLoaded} pictures, and those before it seem better; pin it to have it loaded.";

    // Two lines that share this much say the same.
    private const float SameLine = 0.6f;

    // Noise of an encoder on one colour stays below; a drawing of two does not.
    private const double Flat = 1;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(PageContent content, SuggestionEdits? edits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        edits?.Check();
        var changes = (edits ?? SuggestionEdits.None).For(content);
        var (words, ranker, selector) = (new PageWords(content, changes), new Ranker(engine, changes), new Selector(changes));

        // Pictures come from the network meanwhile.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pictures = PicturesAsync(content, words, ranker, changes, stop.Token);
        try
        {
            var lines = await LinesAsync(content, words, ranker, selector, cancellationToken).ConfigureAwait(false);
            var film = new FilmSuggestions(content, ranker, selector);
            var suggestions = await film.AddAsync(lines, await pictures.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            EditCheck.Check(changes, [.. suggestions.Select(s => (s.Id, s.Kind))]);
            return suggestions;
        }
        catch
        {
            // Nothing goes on loading behind the caller's back; what it throws is this error's consequence.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(pictures).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<SpokenChoice> LinesAsync(PageContent content, PageWords words, Ranker ranker, Selector selector, CancellationToken cancellationToken)
    {
        var texts = await ScriptCandidates.FindAsync(content, words, engine, cancellationToken).ConfigureAwait(false);
        var headlines = await ranker.ScoreAsync(SuggestionKind.Headline, SuggestionFeatures.Headline, HeadlineCandidates.Find(content, words), cancellationToken).ConfigureAwait(false);
        var headline = selector.Take(headlines, headlines.Order, 1);
        var calls = await ranker.ScoreAsync(SuggestionKind.CallToAction, SuggestionFeatures.CallToAction, CallToActionCandidates.Find(content, words), cancellationToken).ConfigureAwait(false);
        var call = selector.Take(calls, calls.Order, 1);

        var script = await ranker.ScoreAsync(SuggestionKind.Script, SuggestionFeatures.Script, texts.Candidates, cancellationToken).ConfigureAwait(false);
        var said = headline.Select(i => headlines.Candidates[i].Terms).ToList();
        var order = await ranker.DiverseAsync(script, texts.Vectors, cancellationToken).ConfigureAwait(false);
        var best = script.Scores.DefaultIfEmpty(0).Max();
        var taken = selector.Take(script, order, MostLines, (before, i) =>
            (before.Count >= FewestLines && !ScriptCandidates.IsWorthwhile(script.Candidates[i], script.Scores[i], best)) ||
            said.Concat(before.Select(b => script.Candidates[b].Terms)).Any(t => Terms.Similarity(t, script.Candidates[i].Terms) >= SameLine));

        var captions = await ranker.ScoreAsync(SuggestionKind.Caption, SuggestionFeatures.Caption, CaptionCandidates.Find(script.Candidates, script.Scores, words), cancellationToken).ConfigureAwait(false);
        var lines = taken.Select(i => script.Candidates[i].Id).ToHashSet(StringComparer.Ordinal);
        var shown = selector.Take(captions, captions.Order, int.MaxValue, (_, i) => !lines.Contains(captions.Candidates[i].For!));
        return new SpokenChoice(new(headlines, headline), new(script, taken), new(captions, shown), new(calls, call));
    }

    private async Task<PictureChoice> PicturesAsync(PageContent content, PageWords words, Ranker ranker, Dictionary<string, SuggestionEdit> changes, CancellationToken cancellationToken)
    {
        // First by what the page says of them: which are worth loading.
        var found = ImageCandidates.Find(content, words);
        var sight = await ranker.ScoreAsync(SuggestionKind.Image, SuggestionFeatures.Sight, found, cancellationToken).ConfigureAwait(false);
        var chosen = sight.Order.Where(i => changes.GetValueOrDefault(found[i].Id)?.Pin == true).Concat(sight.Order.Take(MostLoaded)).Distinct().ToList();
        var wanted = chosen.Select(i => found[i].Image!.Url).Concat(content.Logo is { } mark ? [mark] : []);
        var looked = await PictureSurvey.LookAsync(loader, judge, content.Url, wanted, cancellationToken).ConfigureAwait(false);

        // Then by what they show.
        var loaded = chosen.ToHashSet();
        var facts = found.ConvertAll(c => looked.GetValueOrDefault(c.Image!.Url).Facts);
        var candidates = found.Select((c, i) => ImageCandidates.Judge(c, facts[i], Problem(c, facts[i], looked), loaded.Contains(i) ? null : NotLoaded)).ToList();
        var images = await ranker.ScoreAsync(SuggestionKind.Image, SuggestionFeatures.Image, candidates, cancellationToken).ConfigureAwait(false);
        var taken = new Selector(changes).Take(images, images.Order, MostImages, (before, i) => facts[i] is null || Same(before, i) >= 0);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!taken.Contains(i) && facts[i] is not null && Same(taken, i) is >= 0 and var same)
            {
                candidates[i] = candidates[i] with { Problem = candidates[i].Problem ?? $"{candidates[i].Image!.Url} shows the same as {candidates[same].Image!.Url}." };
            }
        }

        var logo = content.Logo is { } url ? looked.GetValueOrDefault(url) : default;
        return new PictureChoice(new(images, taken), facts, LogoCandidates.Find(content, logo.Facts, logo.Error));

        int Same(List<int> others, int i)
        {
            var found = others.FindIndex(o => NearDuplicates.Are(facts[o]!.Quality, facts[i]!.Quality));
            return found < 0 ? -1 : others[found];
        }
    }

    private static string? Problem(Candidate candidate, PictureFacts? facts, IReadOnlyDictionary<Uri, (PictureFacts? Facts, string? Error)> looked) =>
        facts is null ? looked.GetValueOrDefault(candidate.Image!.Url).Error
        : facts.Quality is { Contrast: < Flat, Colourfulness: < Flat } ? $"{candidate.Image!.Url} is of one colour."
        : null;
}
