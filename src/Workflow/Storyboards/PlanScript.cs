using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>The words of an ad: a headline, lines in the page's order, a closing.</summary>
/// <param name="Headline">Empty where the page has none.</param>
/// <param name="Lines">The lines with their scores, in the page's order.</param>
/// <param name="Brand">The site's name, or the title.</param>
/// <param name="Price">Null where there is none.</param>
/// <param name="CallToAction">Null where there is none.</param>
internal sealed record PlanScript(string Headline, IReadOnlyList<(string Text, float Score)> Lines, string Brand, string? Price, string? CallToAction)
{
    /// <summary>Takes the words from a page's suggestions.</summary>
    public static PlanScript From(PageContent content, IReadOnlyList<Suggestion> suggestions)
    {
        var title = Terms.Tidy(content.Title);
        var headline = Best(suggestions, SuggestionKind.Headline) ?? title;
        var said = new List<string> { headline };
        var lines = new List<(string Text, float Score, int Position)>();
        foreach (var suggestion in suggestions.Where(s => s is { Selected: true, Kind: SuggestionKind.Script }).OrderByDescending(s => s.Score))
        {
            var text = Terms.Tidy(suggestion.Text);
            if (text.Length > 0 && !said.Exists(s => Repeats(s, text)))
            {
                said.Add(text);
                lines.Add((text, suggestion.Score, Position(content.Text, suggestion)));
            }
        }

        return new PlanScript(
            headline,
            [.. lines.OrderBy(l => l.Position).Select(l => (l.Text, l.Score))],
            Terms.Tidy(content.Site) is { Length: > 0 } site ? site : title,
            Some(content.Price),
            Best(suggestions, SuggestionKind.CallToAction) ?? Some(content.CallToAction));
    }

    private static string? Best(IReadOnlyList<Suggestion> suggestions, SuggestionKind kind) =>
        Some(suggestions.Where(s => s.Selected && s.Kind == kind).MaxBy(s => s.Score)?.Text);

    private static string? Some(string? text) => Terms.Tidy(text) is { Length: > 0 } tidy ? tidy : null;

    private static bool Repeats(string said, string text)
    {
        var (a, b) = (Terms.Of(said), Terms.Of(text));
        return string.Equals(said, text, StringComparison.OrdinalIgnoreCase) || (a.Count > 0 && b.IsSubsetOf(a)) || Terms.Similarity(a, b) > 0.8;
    }

    // Where the page says it; a line that was put together or edited goes by the number in its name ("script-3").
    private static int Position(string text, Suggestion suggestion)
    {
        var found = text.IndexOf(suggestion.Text, StringComparison.Ordinal);
        if (found >= 0)
        {
            return found;
        }

        var digits = suggestion.Id.AsSpan(suggestion.Id.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1);
        return int.TryParse(digits, out var number) ? number : int.MaxValue;
    }
}
