using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions;

/// <summary>The sentences of a page that could be lines of its ad.</summary>
internal static class ScriptCandidates
{
    private const int Most = 1000;
    private const double Fewest = 3;
    private const double Longest = 24;
    private const double BestLength = 10;
    private const double LengthSpread = 5;

    /// <summary>Finds and measures them.</summary>
    public static List<Candidate> Find(PageContent content)
    {
        var title = Terms.Of($"{content.Title} {content.Description}");
        var sentences = Read(content.Text).Take(Most).ToList();
        var terms = sentences.ConvertAll(Terms.Of);
        var centralities = new TermStatistics(terms).Centralities(terms);
        return [.. sentences.Select((text, i) => new Candidate($"script-{i + 1}", text, terms[i],
        [
            1f / (1 + (i / 4f)),
            TermStatistics.Similarity(title, terms[i]),
            centralities[i],
            TextMeasures.Length(Terms.Count(text), BestLength, LengthSpread),
            TextMeasures.Numbers(text),
            TextMeasures.Proof(text),
            TextMeasures.Benefit(text),
            TextMeasures.Readability(text),
            Sentences.IsWhole(text) ? 1 : 0,
            TextMeasures.Standalone(text),
        ]))];
    }

    private static IEnumerable<string> Read(string text)
    {
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var sentence in Sentences.Split(Terms.Tidy(paragraph)))
            {
                if (Fit(sentence) is { } line && said.Add(line))
                {
                    yield return line;
                }
            }
        }
    }

    // A line is read while its picture is seen: not a fragment, not longer than that; a longer one is cut where a clause ends.
    private static string? Fit(string sentence)
    {
        var line = WithoutLooseQuotes(sentence);
        if (Terms.Count(line) > Longest)
        {
            line = FirstClauses(line);
        }

        var letters = line.Count(char.IsLetter);
        return Terms.Count(line) is >= Fewest and <= Longest && letters * 2 > line.Length && !TextMeasures.IsBoilerplate(line) ? line : null;
    }

    private static string FirstClauses(string sentence)
    {
        const double ShortestClause = 6;
        for (var i = sentence.Length - 1; i > 0; i--)
        {
            if (sentence[i] is ';' or '—' or '–' or '、' or '；' or '：' && Terms.Count(sentence[..i]) is >= ShortestClause and <= Longest)
            {
                var clause = sentence[..i].TrimEnd();
                return clause + (Terms.IsIdeographic(new System.Text.Rune(clause[^1] is >= '\ud800' and <= '\udfff' ? 'x' : clause[^1])) ? "。" : ".");
            }
        }

        return sentence;
    }

    // A quotation's first sentence has its opening mark alone, the last one its closing mark.
    private static string WithoutLooseQuotes(string text)
    {
        // The same mark closes in German what it opens in English.
        var quotes = text.Contains('„', StringComparison.Ordinal) ? ('„', '“') : ('“', '”');
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[quotes, ('«', '»'), ('「', '」'), ('『', '』')])
        {
            if (text.Contains(open, StringComparison.Ordinal) != text.Contains(close, StringComparison.Ordinal))
            {
                text = text.Trim(open).Trim(close);
            }
        }

        return text;
    }
}
