using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// The content's text: blocks of the element that holds most of the page's running text, without what is beside it. It
/// works for articles and for landing pages alike, because it asks where prose is, not how an article is built.
/// </summary>
internal static class MainText
{
    /// <summary>Reads the content's blocks in their order.</summary>
    /// <param name="document">The page. It is not changed.</param>
    public static IReadOnlyList<Block> Read(IHtmlDocument document)
    {
        if (document.Body is not { } body)
        {
            return [];
        }

        var strict = BlockReader.Read(body, element => Boilerplate.IsNever(element) || Boilerplate.IsAside(element));
        var kept = Keep(strict, body);
        if (Length(kept) >= 250)
        {
            return kept;
        }

        // Names mislead on some sites: where almost nothing is left, only what is surely no content goes.
        var lenient = Keep(BlockReader.Read(body, element => Boilerplate.IsNever(element) || element.LocalName == "footer"), body);
        return Length(lenient) > 2 * Length(kept) + 200 ? lenient : kept.Count > 0 ? kept : lenient;
    }

    private static int Length(IReadOnlyList<Block> blocks) => blocks.Sum(block => block.Weight);

    private static List<Block> Keep(IReadOnlyList<Block> blocks, IElement body)
    {
        var container = ContentContainer.Find(blocks, body);
        return BlockFilter.Apply([.. blocks.Where(block => container.Contains(block.Element))]);
    }
}
