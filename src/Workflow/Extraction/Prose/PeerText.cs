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

    /// <summary>Its text, reduced by <see cref="Letters.Of"/>; empty where there is none.</summary>
    /// <param name="document">The page. A copy is read, because SmartReader takes pages apart.</param>
    public static string Read(IHtmlDocument document)
    {
        if (document.All.Length > MaxElements)
        {
            return "";
        }

        using var copy = (IHtmlDocument)document.Clone();
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
}
