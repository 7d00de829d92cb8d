using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;
using SmartReader;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// What another extractor, SmartReader (Readability's heuristics), takes for the content. It is one witness among several,
/// see <see cref="BlockFeatures"/>; a page that it fails on, or that is larger than it reads in good time, has none.
/// </summary>
internal static class PeerText
{
    private const int MaxElements = 20_000;

    // It copies the page's text some thirty times.
    private const int MaxLetters = 4_000_000;

    // It reads the text of an element again for each element around it, which 10,000 nested lists made 37 seconds of.
    // Pages that people wrote nest some 30 levels.
    private const int MaxDepth = 120;
    private const int MaxWork = 600_000;

    /// <summary>Its text, reduced by <see cref="Letters.Of"/>; empty where there is none.</summary>
    /// <param name="document">The page. A copy is read, because SmartReader takes pages apart.</param>
    public static string Read(IHtmlDocument document)
    {
        var work = 0;
        if (document.Source.Length > MaxLetters || document.All.Length > MaxElements || document.Body is null || !Fits(document.Body, 1, ref work))
        {
            return "";
        }

        using var copy = PeerCopy.Of(document);
        if (copy is null)
        {
            return "";
        }

        using var reader = new Reader("https://example.com/", copy) { MaxElemsToParse = MaxElements };
        try
        {
            return Letters.Of(reader.GetArticle().TextContent);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException or NullReferenceException or IndexOutOfRangeException)
        {
            // Its faults on odd markup are its own: the page is read without this witness.
            return "";
        }
    }

    // Recursion ends at the depth limit.
    private static bool Fits(IElement element, int depth, ref int work)
    {
        work += depth;
        if (depth > MaxDepth || work > MaxWork)
        {
            return false;
        }

        foreach (var child in element.Children)
        {
            if (!Fits(child, depth + 1, ref work))
            {
                return false;
            }
        }

        return true;
    }
}
