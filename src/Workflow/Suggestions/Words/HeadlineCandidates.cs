using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>The lines of a page that could open its ad: its title and parts of it, its headings, its summary.</summary>
internal static class HeadlineCandidates
{
    private const int MostHeadings = 12;
    private const double LongestHeading = 12;
    private const double ShortestPart = 2.5;
    private const double BestLength = 6;
    private const double LengthSpread = 4;

    // What stands beside a separator is often the better half of a long title, and never as good as a short one.
    private const float Part = 0.85f;

    private const double LongestName = 2;

    /// <summary>Finds and measures them.</summary>
    public static List<Candidate> Find(PageContent content, PageWords words)
    {
        var title = Terms.Tidy(content.Title);
        var titleTerms = Terms.Of(title);
        var ids = new SuggestionIds();
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lines = Read(content, title, words.Language).Where(l => said.Add(l.Text)).ToList();
        return [.. lines.Select((line, i) =>
        {
            var text = words.Rewrite(ids.Of("headline", line.Text), line.Text);
            return text.Candidate(
            [
                line.Title,
                line.Title > 0 ? line.Title : 1f / (1 + i),
                (float)Terms.Similarity(titleTerms, text.Terms),
                TextMeasures.Bell(Terms.Count(text.Text), BestLength, LengthSpread),
                TextMeasures.Readability(text.Text),
                TextMeasures.Benefit(text.Text),
                TextMeasures.Speakable(text.Text),
            ]);
        })];
    }

    private static IEnumerable<(string Text, float Title)> Read(PageContent content, string title, string language)
    {
        // "What is marketing? | Some Blog"
        var bar = title.LastIndexOf(" | ", StringComparison.Ordinal);
        var named = bar > 0 && Terms.Count(title[bar..]) <= LongestName && Terms.Count(title[..bar]) >= ShortestPart;
        if (named)
        {
            yield return (title[..bar].TrimEnd(), 1);
        }

        if (title.Length > 0)
        {
            yield return (title, named ? Part : 1);
        }

        foreach (var part in Parts(title))
        {
            yield return (part, Part);
        }

        var headings = content.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Terms.Tidy)
            .Where(p => !Sentences.IsWhole(p) && Terms.Count(p) is >= 2 and <= LongestHeading && SpokenLine.Of(p, language) == p);
        foreach (var heading in headings.Take(MostHeadings))
        {
            yield return (heading, 0);
        }

        if (Sentences.Split(Terms.Tidy(content.Description)) is [var first, ..] && Terms.Count(first) <= LongestHeading && SpokenLine.Of(first, language) is { } line)
        {
            yield return (line, 0);
        }
    }

    // Of a short title nothing can be spared. A part begins as a title does, and says more than a name.
    private static IEnumerable<string> Parts(string title)
    {
        if (Terms.Count(title) <= BestLength)
        {
            return [];
        }

        string[] separators = [" | ", " – ", " — ", " - ", ": ", " » ", "：", "｜", "———", "——"];
        var parts = title.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? [] : parts.Where(p => Terms.Count(p) >= ShortestPart && !char.IsLower(p[0]) && SpokenLine.Clean(p) == p);
    }
}
