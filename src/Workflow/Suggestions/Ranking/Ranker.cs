using Gpu.Kernels.Scoring;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Suggestions.Ranking;

/// <summary>Scores candidates and puts them in order, by kernels.</summary>
/// <param name="engine">Where they run.</param>
/// <param name="edits">What a person changed, by id.</param>
internal sealed class Ranker(IComputeEngine engine, IReadOnlyDictionary<string, SuggestionEdit> edits)
{
    // Relevance counts most: a page that repeats itself still has one best line.
    private const float Relevance = 0.75f;

    /// <summary>Scores: (features . weights) x (1 + edit weight); the order has the best first.</summary>
    public async Task<Ranked> ScoreAsync(SuggestionKind kind, Feature[] features, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return new Ranked(kind, features, [], [], []);
        }

        var matrix = new float[candidates.Count * features.Length];
        for (var i = 0; i < candidates.Count; i++)
        {
            candidates[i].Features.CopyTo(matrix, i * features.Length);
        }

        var scores = new float[candidates.Count];
        var order = new int[candidates.Count];
        float[] weights = [.. features.Select(f => f.Weight)];
        float[] edited = candidates.Exists(c => edits.ContainsKey(c.Id)) ? [.. candidates.Select(c => edits.GetValueOrDefault(c.Id)?.Factor ?? 0)] : [];
        await engine.RunAsync(new ScoreCandidates(matrix, weights, edited, scores, order), null, cancellationToken).ConfigureAwait(false);
        return new Ranked(kind, features, candidates, scores, order);
    }

    /// <summary>The order in which lines are taken, each good and unlike those before it (maximal marginal relevance).</summary>
    public async Task<int[]> DiverseAsync(Ranked ranked, TermVectors vectors, CancellationToken cancellationToken)
    {
        var order = new int[ranked.Candidates.Count];
        if (order.Length > 0)
        {
            await engine.RunAsync(new SelectDiverse(vectors.Values, vectors.Columns, ranked.Scores, Similarity.Cosine, Relevance, order), null, cancellationToken).ConfigureAwait(false);
        }

        return order;
    }
}

/// <summary>Scored candidates.</summary>
/// <param name="Kind">Of what kind.</param>
/// <param name="Features">The kind's features.</param>
/// <param name="Candidates">In the page's order.</param>
/// <param name="Scores">Of each.</param>
/// <param name="Order">Indices, the best first.</param>
internal sealed record Ranked(SuggestionKind Kind, Feature[] Features, List<Candidate> Candidates, float[] Scores, int[] Order);
