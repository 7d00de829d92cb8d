using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions;

/// <summary>The lines of a page that could open its ad: its title, its headings, its summary.</summary>
internal static class HeadlineCandidates
{
    private const int MostHeadings = 12;
    private const double LongestHeading = 12;
    private const double BestLength = 6;
    private const double LengthSpread = 4;

    /// <summary>Finds and measures them.</summary>
    public static List<Candidate> Find(PageContent content)
    {
        var title = Terms.Tidy(content.Title);
        var titleTerms = Terms.Of(title);
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. Read(content, title).Where(said.Add).Select((text, i) =>
        {
            var terms = Terms.Of(text);
            return new Candidate($"headline-{i + 1}", text, terms,
            [
                text == title ? 1 : 0,
                1f / (1 + i),
                TermStatistics.Similarity(titleTerms, terms),
                TextMeasures.Length(Terms.Count(text), BestLength, LengthSpread),
                TextMeasures.Readability(text),
                TextMeasures.Benefit(text),
            ]);
        })];
    }

    private static IEnumerable<string> Read(PageContent content, string title)
    {
        if (title.Length > 0)
        {
            yield return title;
        }

        var headings = content.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Terms.Tidy)
            .Where(p => !Sentences.IsWhole(p) && Terms.Count(p) is >= 2 and <= LongestHeading && p.Count(char.IsLetter) * 2 > p.Length && !TextMeasures.IsBoilerplate(p));
        foreach (var heading in headings.Take(MostHeadings))
        {
            yield return heading;
        }

        if (Sentences.Split(Terms.Tidy(content.Description)) is [var first, ..] && Terms.Count(first) <= LongestHeading)
        {
            yield return first;
        }
    }
}
