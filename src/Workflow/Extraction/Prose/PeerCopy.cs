using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// The copy of a page that SmartReader may take apart. What a page says of itself goes first: SmartReader puts the site's name
/// unescaped into a pattern and runs that over the title, so that a page could choose a pattern and a title that never end
/// (a title of 60,000 letters took a minute by accident). The content does not depend on it.
/// </summary>
internal static class PeerCopy
{
    // A heading is compared with the title word by word, each with each.
    private const int MaxHeading = 2_000;
    private const int MaxTitle = 300;

    // Addresses with the picture inside of them, and what else no name or link that people write is as long as: patterns
    // are searched for in attributes from every letter on.
    private const int MaxAttribute = 2_000;

    /// <summary>Copies; null for a page whose headings would cost too much.</summary>
    public static IHtmlDocument? Of(IHtmlDocument document)
    {
        if (document.QuerySelectorAll("h1, h2").Any(static heading => ShortText.Of(heading, MaxHeading).Length >= MaxHeading))
        {
            return null;
        }

        var copy = (IHtmlDocument)document.Clone();
        foreach (var told in copy.QuerySelectorAll("meta, script[type*='ld+json' i]").ToArray())
        {
            told.Remove();
        }

        foreach (var title in copy.QuerySelectorAll("title").Where(static title => title.TextContent.Length > MaxTitle))
        {
            title.TextContent = title.TextContent[..MaxTitle];
        }

        foreach (var element in copy.All)
        {
            foreach (var attribute in element.Attributes.Where(static attribute => attribute.Value.Length > MaxAttribute).ToArray())
            {
                element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
            }
        }

        return copy;
    }
}
