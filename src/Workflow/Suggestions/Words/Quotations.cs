namespace Gpu.Workflow.Suggestions.Words;

/// <summary>
/// Gives each sentence of a quotation its marks. Cut out of it without them, what a customer says would be said by whoever
/// advertises.
/// </summary>
internal static class Quotations
{
    private static readonly (char Open, char Close)[] Marks = [('“', '”'), ('„', '“'), ('«', '»'), ('「', '」'), ('『', '』'), ('"', '"')];

    /// <summary>The sentences of a paragraph, those within a quotation of several between marks of their own.</summary>
    public static IEnumerable<string> Mark(IReadOnlyList<string> sentences)
    {
        // German closes with “ what Polish and its neighbours close with ”.
        var low = sentences.Any(static s => s.Contains('”', StringComparison.Ordinal)) && !sentences.Any(static s => s.Contains('“', StringComparison.Ordinal)) ? '”' : '“';
        (char Open, char Close)? inside = null;
        foreach (var sentence in sentences)
        {
            var before = inside;
            inside = After(sentence, before, low);
            yield return before is null && inside is { } opened && sentence[0] == opened.Open && sentence.IndexOf(opened.Open, 1) < 0 ? sentence + opened.Close
                : before is { } marks && inside is null && sentence[^1] == marks.Close && sentence.IndexOf(marks.Close, StringComparison.Ordinal) == sentence.Length - 1 ? marks.Open + sentence
                : before is { } around && inside is not null ? $"{around.Open}{sentence}{around.Close}"
                : sentence;
        }
    }

    private static (char Open, char Close)? After(string sentence, (char Open, char Close)? inside, char low)
    {
        foreach (var c in sentence)
        {
            inside = inside is { } marks
                ? c == marks.Close ? null : inside
                : Array.Find(Marks, m => m.Open == c) is { Open: not default(char) } opened ? (opened.Open, opened.Open == '„' ? low : opened.Close) : null;
        }

        return inside;
    }
}
