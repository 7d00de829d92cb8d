using System.Globalization;
using Gpu.Kernels.Scoring;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions;

/// <summary>Finds candidates of every kind, scores them on the engine and selects the best, no two of which say the same.</summary>
/// <param name="engine">Computes the scores.</param>
internal sealed class Suggester(IComputeEngine engine) : ISuggester
{
    private const int MostLines = 10;
    private const int MostImages = 6;

    // Two lines that share this much say the same.
    private const float SameLine = 0.6f;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(PageContent content, IReadOnlyDictionary<string, float>? edits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        (SuggestionKind Kind, Feature[] Features, List<Candidate> Candidates, int Most)[] kinds =
        [
            (SuggestionKind.Headline, SuggestionFeatures.Headline, HeadlineCandidates.Find(content), 1),
            (SuggestionKind.Script, SuggestionFeatures.Script, ScriptCandidates.Find(content), MostLines),
            (SuggestionKind.Image, SuggestionFeatures.Image, ImageCandidates.Find(content), MostImages),
            (SuggestionKind.CallToAction, SuggestionFeatures.CallToAction, CallToActionCandidates.Find(content), 1),
        ];
        CheckEdits(edits, kinds.SelectMany(k => k.Candidates));
        var scored = await Task.WhenAll(kinds.Select(k => ScoreAsync(k.Features, k.Candidates, edits, cancellationToken))).ConfigureAwait(false);
        var suggestions = new List<Suggestion>();
        var said = new List<HashSet<string>>();
        for (var i = 0; i < kinds.Length; i++)
        {
            var (kind, features, candidates, most) = kinds[i];
            Select(kind, features, candidates, scored[i], most, edits, said, suggestions);
        }

        return suggestions;
    }

    private async Task<(float[] Scores, int[] Order)> ScoreAsync(
        Feature[] features, List<Candidate> candidates, IReadOnlyDictionary<string, float>? edits, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return ([], []);
        }

        var matrix = new float[candidates.Count * features.Length];
        for (var i = 0; i < candidates.Count; i++)
        {
            candidates[i].Features.CopyTo(matrix, i * features.Length);
        }

        var scores = new float[candidates.Count];
        var order = new int[candidates.Count];
        float[] weights = [.. features.Select(f => f.Weight)];
        float[] edited = edits is null ? [] : [.. candidates.Select(c => edits.GetValueOrDefault(c.Id))];
        await engine.RunAsync(new ScoreCandidates(matrix, weights, edited, scores, order), null, cancellationToken).ConfigureAwait(false);
        return (scores, order);
    }

    // The best first; what is said already, by the headline or by a better line, is not selected again.
    private static void Select(
        SuggestionKind kind, Feature[] features, List<Candidate> candidates, (float[] Scores, int[] Order) scored, int most,
        IReadOnlyDictionary<string, float>? edits, List<HashSet<string>> said, List<Suggestion> suggestions)
    {
        var speaks = kind is SuggestionKind.Headline or SuggestionKind.Script;
        var selected = 0;
        foreach (var i in scored.Order)
        {
            var candidate = candidates[i];
            var select = scored.Scores[i] > 0 && selected < most && !(speaks && said.Exists(s => TermStatistics.Similarity(s, candidate.Terms) >= SameLine));
            if (select)
            {
                selected++;
                if (speaks)
                {
                    said.Add(candidate.Terms);
                }
            }

            suggestions.Add(new Suggestion
            {
                Id = candidate.Id,
                Kind = kind,
                Text = candidate.Text,
                Image = candidate.Image,
                Features = features.Zip(candidate.Features).ToDictionary(f => f.First.Name, f => f.Second, StringComparer.Ordinal),
                Score = scored.Scores[i],
                Selected = select,
                Reason = Reason(features, candidate.Features, edits?.GetValueOrDefault(candidate.Id) ?? 0),
            });
        }
    }

    // The two features that add most to the score, in words.
    private static string Reason(Feature[] features, float[] values, float edit)
    {
        var best = features.Zip(values).Select(f => (f.First.Because, Part: f.First.Weight * f.Second)).Where(f => f.Part > 0).OrderByDescending(f => f.Part).Take(2).ToArray();
        var words = string.Join(" and ", best.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Because} (+{b.Part:0.00})")));
        var reason = best.Length == 0 ? "Nothing speaks for it" : $"It {words}";
        return edit == 0 ? $"{reason}." : string.Create(CultureInfo.InvariantCulture, $"{reason}; an edit changed its score by {edit:+0.##;-0.##} of it.");
    }

    private static void CheckEdits(IReadOnlyDictionary<string, float>? edits, IEnumerable<Candidate> candidates)
    {
        if (edits is null || edits.Count == 0)
        {
            return;
        }

        var known = candidates.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, weight) in edits.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(id))
            {
                throw new Runtime.ConfigurationError($"The edit of \"{id}\" matches no suggestion of this page: the page may have changed. Run gpu suggest to see what there is.");
            }

            if (!float.IsFinite(weight))
            {
                throw new Runtime.ConfigurationError($"The edit of \"{id}\" is {weight}: give a finite weight, such as 0.5 or -1.");
            }
        }
    }
}
