using System.Globalization;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Suggestions.Ranking;

/// <summary>Takes the best of each kind and says why.</summary>
/// <param name="edits">What a person changed, by id.</param>
internal sealed class Selector(IReadOnlyDictionary<string, SuggestionEdit> edits)
{
    /// <summary>Takes at most so many: pinned ones first, then in order, none dropped, worthless, unusable or refused by the others.</summary>
    /// <param name="ranked">The candidates.</param>
    /// <param name="order">In which order they are taken.</param>
    /// <param name="most">How many; pinned ones are taken even beyond.</param>
    /// <param name="refuses">Whether those taken speak against one more; null for never.</param>
    /// <returns>The taken, in that order.</returns>
    public List<int> Take(Ranked ranked, IReadOnlyList<int> order, int most, Func<List<int>, int, bool>? refuses = null)
    {
        var (candidates, taken) = (ranked.Candidates, new List<int>());
        var pinned = order.Where(i => IsPinned(candidates[i].Id) && candidates[i].Problem is null).ToList();
        taken.AddRange(pinned);
        foreach (var i in order.Except(pinned))
        {
            if (taken.Count < most && ranked.Scores[i] > 0 && candidates[i].Problem is null && !IsDropped(candidates[i].Id) &&
                !taken.Exists(t => candidates[i].Group is { } group && candidates[t].Group == group) && refuses?.Invoke(taken, i) != true)
            {
                taken.Add(i);
            }
        }

        return taken;
    }

    /// <summary>The suggestions of a kind, the best first.</summary>
    public IEnumerable<Suggestion> Suggestions(Ranked ranked, IReadOnlyCollection<int> taken)
    {
        var means = Means(ranked);
        return ranked.Order.Select(i => Suggestion(ranked, means, taken, i));
    }

    private Suggestion Suggestion(Ranked ranked, float[] means, IReadOnlyCollection<int> taken, int i)
    {
        var candidate = ranked.Candidates[i];
        var edit = edits.GetValueOrDefault(candidate.Id);
        return new Suggestion
        {
            Id = candidate.Id,
            Kind = ranked.Kind,
            Text = candidate.Text,
            Composed = candidate.Composed,
            Original = candidate.Original,
            Order = i,
            For = candidate.For,
            Image = candidate.Image,
            Crop = candidate.Crop,
            Style = candidate.Style,
            Music = candidate.Music,
            Sound = candidate.Sound,
            Transition = candidate.Transition,
            Seconds = candidate.Seconds,
            Features = Named(ranked.Features, candidate.Features),
            Weights = Named(ranked.Features, [.. ranked.Features.Select(f => f.Weight)]),
            Score = ranked.Scores[i],
            EditWeight = edit?.Factor ?? 0,
            Pinned = edit?.Pin == true,
            Selected = taken.Contains(i),
            Problem = candidate.Problem,
            Reason = Reason(ranked.Features, means, candidate, edit),
        };
    }

    private bool IsPinned(string id) => edits.GetValueOrDefault(id)?.Pin == true;

    private bool IsDropped(string id) => edits.GetValueOrDefault(id)?.Drop == true;

    private static Dictionary<string, float> Named(Feature[] features, float[] values)
    {
        var named = new Dictionary<string, float>(features.Length, StringComparer.Ordinal);
        for (var i = 0; i < features.Length; i++)
        {
            named.Add(features[i].Name, values[i]);
        }

        return named;
    }

    // Of each feature over all candidates of a kind.
    private static float[] Means(Ranked ranked) => [.. ranked.Features.Select((_, f) => ranked.Candidates.Count == 0 ? 0 : ranked.Candidates.Average(c => c.Features[f]))];

    // The two features by which it stands out most among its kind, in words and with what they add to the score, and what an
    // edit did: that a line is a whole sentence says little where all are.
    private static string Reason(Feature[] features, float[] means, Candidate candidate, SuggestionEdit? edit)
    {
        var best = features.Select((f, i) => (f.Because, Part: f.Weight * candidate.Features[i], Ahead: f.Weight * (candidate.Features[i] - means[i])))
            .Where(f => f.Part > 0.005).OrderByDescending(f => f.Ahead).ThenByDescending(f => f.Part).Take(2).ToArray();
        var words = string.Join(" and ", best.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Because} (+{b.Part:0.00})")));
        var reason = candidate.Problem is { } problem ? $"It cannot be used: {problem.TrimEnd('.')}" : candidate.Note is { } note ? note.TrimEnd('.') : best.Length == 0 ? "Nothing speaks for it" : $"It {words}";
        return edit switch
        {
            null => $"{reason}.",
            { Drop: true } => $"{reason}; an edit dropped it.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{reason}; an edit {Did(edit)}."),
        };
    }

    private static string Did(SuggestionEdit edit)
    {
        var did = new List<string>();
        if (edit.Pin)
        {
            did.Add("pinned it");
        }

        if (edit.Text is not null)
        {
            did.Add("rewrote it");
        }

        if (edit.Factor != 0)
        {
            did.Add(string.Create(CultureInfo.InvariantCulture, $"changed its score by {edit.Factor:+0.##;-0.##} of it"));
        }

        return string.Join(" and ", did);
    }
}
