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
/// <param name="Address">Where the site is found; null for a page of this machine.</param>
internal sealed record PlanScript(string Headline, IReadOnlyList<(string Text, float Score)> Lines, string Brand, string? Price, string? CallToAction, string? Address)
{
    // More than any score: what a person pinned is said before all else that there is time for.
    private const float Pinned = 1000;

    /// <summary>Takes the words from a page's suggestions.</summary>
    public static PlanScript From(PageContent content, IReadOnlyList<Suggestion> suggestions)
    {
        var title = Terms.Tidy(content.Title);
        var headline = Best(suggestions, SuggestionKind.Headline) ?? (Has(suggestions, SuggestionKind.Headline) ? "" : title);
        var shown = suggestions.Where(static s => s is { Kind: SuggestionKind.Caption, Selected: true, For: not null }).DistinctBy(static s => s.For).ToDictionary(static s => s.For!, static s => Terms.Tidy(s.Text), StringComparer.Ordinal);
        var said = new List<string> { headline };
        var lines = new List<(string Text, float Score, int Order, int Position)>();
        foreach (var suggestion in suggestions.Where(s => s is { Selected: true, Kind: SuggestionKind.Script }).OrderByDescending(s => s.Score))
        {
            var text = Terms.Tidy(suggestion.Text);
            if (text.Length > 0 && (suggestion.Pinned || !said.Exists(s => Repeats(s, text))))
            {
                said.Add(text);
                lines.Add((shown.GetValueOrDefault(suggestion.Id, text), suggestion.Pinned ? suggestion.Score + Pinned : suggestion.Score, suggestion.Order, Position(content.Text, suggestion)));
            }
        }

        return new PlanScript(
            headline,
            [.. lines.OrderBy(l => l.Order).ThenBy(l => l.Position).Select(l => (l.Text, l.Score))],
            Terms.Tidy(content.Site) is { Length: > 0 } site ? site : title,
            Some(content.Price),
            Best(suggestions, SuggestionKind.CallToAction) ?? (Has(suggestions, SuggestionKind.CallToAction) ? null : Some(content.CallToAction)),
            Host(content.Url));
    }

    // As people say it: without the www of its name.
    private static string? Host(Uri url) =>
        !(url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) || url.IsLoopback || url.HostNameType != UriHostNameType.Dns ? null
        : url.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;

    private static string? Best(IReadOnlyList<Suggestion> suggestions, SuggestionKind kind) =>
        Some(suggestions.Where(s => s.Selected && s.Kind == kind).MaxBy(s => s.Score)?.Text);

    // What was suggested and not selected, an edit dropped.
    private static bool Has(IReadOnlyList<Suggestion> suggestions, SuggestionKind kind) => suggestions.Any(s => s.Kind == kind);

    private static string? Some(string? text) => Terms.Tidy(text) is { Length: > 0 } tidy ? tidy : null;

    private static bool Repeats(string said, string text)
    {
        var (a, b) = (Terms.Of(said), Terms.Of(text));
        return string.Equals(said, text, StringComparison.OrdinalIgnoreCase) || (a.Count > 0 && b.IsSubsetOf(a)) || Terms.Similarity(a, b) > 0.8;
    }

    // Where the page says it; a line whose end was cut or that was edited, where its beginning or its words before that stand.
    private static int Position(string text, Suggestion suggestion)
    {
        var said = (suggestion.Original ?? suggestion.Text).TrimEnd('.', '。');
        var found = text.IndexOf(said, StringComparison.Ordinal);
        return found >= 0 ? found : int.MaxValue;
    }
}
