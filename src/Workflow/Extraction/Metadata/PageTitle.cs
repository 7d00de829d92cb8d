using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>The title of a page, without the site's name.</summary>
internal static partial class PageTitle
{
    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " · ", " • ", " » ", " « ", " :: ", " / ", " ~ ", "｜", " : "];

    /// <summary>Reads the title; empty where the page has none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="data">Its structured data.</param>
    /// <param name="site">The site's name; empty where unknown.</param>
    public static string Read(IHtmlDocument document, MetaTags meta, StructuredData data, string site)
    {
        var headings = document.QuerySelectorAll("h1").Select(h => Words.Tidy(h.TextContent)).Where(text => text.Length > 0 && !Same(text, site)).ToList();
        var title = Words.Tidy(document.QuerySelector("head > title, title")?.TextContent);

        // A heading that the title begins with is the title without its trimmings.
        if (headings.Where(h => h.Length >= 4 && title.StartsWith(h, StringComparison.OrdinalIgnoreCase)).MaxBy(h => h.Length) is { } heading)
        {
            return heading;
        }

        string?[] candidates = [meta.First("og:title"), meta.First("twitter:title"), data.Text("headline", "name"), title, headings.FirstOrDefault()];
        foreach (var candidate in candidates)
        {
            var text = WithoutSite(Words.Tidy(candidate), site);
            if (text.Length > 0 && !Same(text, site))
            {
                return text;
            }
        }

        return headings.FirstOrDefault() ?? site;
    }

    /// <summary>Cuts the site's name from the start or end of a title.</summary>
    public static string WithoutSite(string title, string site)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && IsSite(title[(last + separator.Length)..], site))
            {
                return title[..last].Trim();
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && IsSite(title[..first], site))
            {
                return title[(first + separator.Length)..].Trim();
            }
        }

        return Ends().Replace(title, "");
    }

    private static bool IsSite(string part, string site) =>
        site.Length > 0 && (Same(part, site) || (part.Length <= site.Length + 20 && Compact(part).Contains(Compact(site), StringComparison.OrdinalIgnoreCase)));

    private static bool Same(string a, string b) => string.Equals(Compact(a), Compact(b), StringComparison.OrdinalIgnoreCase);

    // A separator that nothing follows; and in Chinese and Japanese, which use no hyphens, the site's name after one: 标题-新华网.
    [GeneratedRegex(@"\s+[-–—|·:]\s*$|(?<=[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}？！。」』》）]\s?)[-_|]\s?[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]{2,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
