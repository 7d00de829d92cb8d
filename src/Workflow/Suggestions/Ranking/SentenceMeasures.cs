using Gpu.Kernels.Scoring;
using Gpu.Runtime.Scheduling;

namespace Gpu.Workflow.Suggestions.Ranking;

/// <summary>What sentences have in common with the title and with each other, found by kernels; each value 0 to 1.</summary>
/// <param name="Title">The cosine to the title.</param>
/// <param name="Centrality">The rank by links of likeness (TextRank), over the greatest.</param>
internal sealed record SentenceMeasures(float[] Title, float[] Centrality)
{
    public static async Task<SentenceMeasures> MeasureAsync(IComputeEngine engine, TermVectors vectors, HashSet<string> title, CancellationToken cancellationToken)
    {
        var n = vectors.Rows;
        if (n == 0)
        {
            return new SentenceMeasures([], []);
        }

        var likeness = await LikenessAsync(engine, vectors.Row(title), vectors, cancellationToken).ConfigureAwait(false);
        var links = await LikenessAsync(engine, vectors.Values, vectors, cancellationToken).ConfigureAwait(false);
        var ranks = new float[n];
        await engine.RunAsync(new RankByLinks(links, ranks), null, cancellationToken).ConfigureAwait(false);

        var most = ranks.Max();
        return new SentenceMeasures(likeness, [.. ranks.Select(r => most > 0 ? Math.Clamp(r / most, 0, 1) : 0)]);
    }

    /// <summary>The cosines of queries and rows, queries x rows: what the engine gives best first, put back in its place.</summary>
    private static async Task<float[]> LikenessAsync(IComputeEngine engine, float[] queries, TermVectors vectors, CancellationToken cancellationToken)
    {
        var n = vectors.Rows;
        var count = queries.Length / vectors.Columns;
        var order = new int[count * n];
        var cosines = new float[count * n];
        await engine.RunAsync(new FindSimilar(queries, vectors.Values, vectors.Columns, Similarity.Cosine, order, cosines), null, cancellationToken).ConfigureAwait(false);
        var likeness = new float[count * n];
        for (var i = 0; i < order.Length; i++)
        {
            likeness[(i / n * n) + order[i]] = float.IsNaN(cosines[i]) ? 0 : Math.Clamp(cosines[i], 0, 1);
        }

        return likeness;
    }
}
