using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions;

/// <summary>TF-IDF over the sentences of a page: how much a sentence says of what the page says.</summary>
internal sealed class TermStatistics
{
    private readonly Dictionary<string, double> _weights;

    /// <summary>Counts the terms of sentences.</summary>
    public TermStatistics(IReadOnlyCollection<HashSet<string>> sentences)
    {
        // idf = ln(1 + N / n): a term of every sentence still counts a little. The centroid is the sum of the sentences' vectors.
        var counts = sentences.SelectMany(s => s).CountBy(t => t, StringComparer.Ordinal);
        _weights = counts.ToDictionary(t => t.Key, t => t.Value * Math.Pow(Math.Log(1 + ((double)sentences.Count / t.Value)), 2), StringComparer.Ordinal);
    }

    /// <summary>A sentence's share in the page's centroid, not normalised.</summary>
    public double Centrality(HashSet<string> sentence) =>
        sentence.Count == 0 ? 0 : sentence.Order(StringComparer.Ordinal).Sum(t => _weights.GetValueOrDefault(t)) / Math.Sqrt(sentence.Count);

    /// <summary>The centralities of sentences, the greatest of them 1.</summary>
    public float[] Centralities(IReadOnlyList<HashSet<string>> sentences)
    {
        var values = sentences.Select(Centrality).ToArray();
        var most = values.DefaultIfEmpty(0).Max();
        return [.. values.Select(v => most > 0 ? (float)(v / most) : 0)];
    }

    /// <summary>How much two texts have in common, 0 to 1.</summary>
    public static float Similarity(HashSet<string> a, HashSet<string> b) => (float)Math.Min(1, Terms.Similarity(a, b));
}
