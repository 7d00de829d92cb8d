using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>
/// Finds what a rule of a style sheet applies to, at a cost that a page cannot raise: a general matcher tries every choice of
/// ancestors for a selector of many parts, which deep markup makes without end.
/// </summary>
internal static class StyledElement
{
    private const int MaxLength = 300;
    private const int MaxTried = 1_000;

    /// <summary>The first element that a selector applies to; null for none, and for selectors of a state, such as <c>:hover</c>.</summary>
    /// <param name="document">The page.</param>
    /// <param name="selector">A selector, or several with commas. A child is taken for any descendant, and siblings are not looked at.</param>
    public static IElement? Find(IHtmlDocument document, string selector)
    {
        var plain = selector.Replace("::", ":", StringComparison.Ordinal).Replace(":before", "", StringComparison.Ordinal).Replace(":after", "", StringComparison.Ordinal).Trim();
        if (plain.Length is 0 or > MaxLength || plain.AsSpan().ContainsAny('@', ':', '('))
        {
            return null;
        }

        return plain.Split(',').Select(single => FindOne(document, single)).FirstOrDefault(found => found is not null);
    }

    private static IElement? FindOne(IHtmlDocument document, string selector)
    {
        var parser = document.Context.GetService<ICssSelectorParser>() ?? new CssSelectorParser();
        var siblings = selector.LastIndexOfAny(['+', '~']);
        var parts = selector[(siblings + 1)..].Replace('>', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => parser.ParseSelector(part)).ToList();
        if (parts.Count == 0 || parts.Contains(null))
        {
            return null;
        }

        return document.All.Where(element => parts[^1]!.Match(element, null)).Take(MaxTried).FirstOrDefault(element => Fits(element, parts!));
    }

    // The nearest fitting ancestor for each part is the best choice, because every choice must only be an ancestor.
    private static bool Fits(IElement element, List<ISelector> parts)
    {
        var part = parts.Count - 2;
        for (var at = element.ParentElement; at is not null && part >= 0; at = at.ParentElement)
        {
            part -= parts[part].Match(at, null) ? 1 : 0;
        }

        return part < 0;
    }
}
