using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// The content's text: blocks of the element that holds most of the page's running text, without what is beside it. It
/// works for articles and for landing pages alike, because it asks where prose is, not how an article is built.
/// </summary>
internal static class RuledText
{
    // Names mislead: an element that holds this share of all prose is the content, whatever its name says.
    private const double WeakShare = .25;
    private const double StrongShare = .7;

    /// <summary>Reads the content's blocks in their order.</summary>
    /// <param name="all">All blocks of the page but those that are never content.</param>
    /// <param name="body">The page's body. It is not changed.</param>
    public static IReadOnlyList<Block> Read(IReadOnlyList<Block> all, IElement body)
    {
        var weight = ContentContainer.Weigh(all, body);
        var total = weight.GetValueOrDefault(body);
        var kept = Keep(BlockReader.Read(body, Skip), body);
        return kept.Count > 0 ? kept : Keep(all, body);

        bool Skip(IElement element) => Boilerplate.IsNever(element) || Boilerplate.IsAside(element) switch
        {
            Boilerplate.Doubt.Weak => weight.GetValueOrDefault(element) < WeakShare * total || total == 0,
            Boilerplate.Doubt.Strong => weight.GetValueOrDefault(element) < StrongShare * total || total == 0,
            _ => false,
        };
    }

    private static List<Block> Keep(IReadOnlyList<Block> blocks, IElement body)
    {
        var container = ContentContainer.Find(blocks, body);
        var first = 0;
        while (first < blocks.Count && !container.Contains(blocks[first].Element))
        {
            first++;
        }

        return BlockFilter.Apply([.. Lead(blocks, first), .. blocks.Skip(first).Where(block => container.Contains(block.Element))]);
    }

    // The page's heading and its lead often stand before the element that holds the rest.
    private static IEnumerable<Block> Lead(IReadOnlyList<Block> blocks, int first)
    {
        const int Most = 12;
        for (var i = first - 1; i >= Math.Max(first - Most, 0); i--)
        {
            if (blocks[i].HeadingLevel == 1)
            {
                return blocks.Skip(i).Take(first - i).Where(block => block.HeadingLevel == 1 || (block.LinkDensity < .2 && block.Weight >= 60));
            }
        }

        return [];
    }
}
