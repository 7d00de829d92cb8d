namespace Gpu.Workflow.Suggestions.Ranking;

/// <summary>
/// Texts as vectors of their terms, each weighted by ln(1 + N/n), N texts of which n have it: what all say tells none apart.
/// </summary>
internal sealed class TermVectors
{
    // The terms that most texts share: of a thousand sentences the rest would be named once each.
    private const int MostColumns = 768;

    private readonly Dictionary<string, (int Column, float Weight)> _columns;

    private TermVectors(Dictionary<string, (int Column, float Weight)> columns, int rows)
    {
        _columns = columns;
        Rows = rows;
        Columns = Math.Max(1, columns.Count);
        Values = new float[rows * Columns];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Rows x columns, row-major.</summary>
    public float[] Values { get; }

    public static TermVectors Of(IReadOnlyList<HashSet<string>> texts)
    {
        var chosen = texts.SelectMany(static t => t).CountBy(static t => t, StringComparer.Ordinal)
            .OrderByDescending(static t => t.Value).ThenBy(static t => t.Key, StringComparer.Ordinal).Take(MostColumns).ToList();
        var columns = new Dictionary<string, (int, float)>(chosen.Count, StringComparer.Ordinal);
        foreach (var (term, count) in chosen)
        {
            columns.Add(term, (columns.Count, (float)Math.Log(1 + ((double)texts.Count / count))));
        }

        var vectors = new TermVectors(columns, texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            vectors.Fill(texts[i], vectors.Values.AsSpan(i * vectors.Columns, vectors.Columns));
        }

        return vectors;
    }

    /// <summary>Another text in the same columns.</summary>
    public float[] Row(HashSet<string> text)
    {
        var row = new float[Columns];
        Fill(text, row);
        return row;
    }

    private void Fill(HashSet<string> text, Span<float> row)
    {
        foreach (var term in text)
        {
            if (_columns.TryGetValue(term, out var column))
            {
                row[column.Column] = column.Weight;
            }
        }
    }
}
