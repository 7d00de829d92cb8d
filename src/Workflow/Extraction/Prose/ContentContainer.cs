using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>Finds the element that holds the content.</summary>
internal static class ContentContainer
{
    /// <summary>Finds it among the ancestors of blocks.</summary>
    /// <param name="blocks">All blocks.</param>
    /// <param name="body">The element that is taken where nothing narrower holds enough.</param>
    public static IElement Find(IReadOnlyList<Block> blocks, IElement body)
    {
        var weight = Weigh(blocks, body);
        var total = weight.GetValueOrDefault(body);
        if (total == 0)
        {
            return body;
        }

        return Named(weight, total) ?? Narrow(body, weight);
    }

    /// <summary>How much running text each element holds.</summary>
    public static Dictionary<IElement, double> Weigh(IReadOnlyList<Block> blocks, IElement body)
    {
        var weight = new Dictionary<IElement, double>();
        foreach (var block in blocks)
        {
            if (!block.IsProse)
            {
                continue;
            }

            var value = Math.Min(block.Weight, 600) * (1 - block.LinkDensity);
            for (IElement? element = block.Element; element is not null; element = element.ParentElement)
            {
                weight[element] = weight.GetValueOrDefault(element) + value;
                if (element == body)
                {
                    break;
                }
            }
        }

        return weight;
    }

    // The heaviest element that its author calls the article's body, where it holds a fair part of the page's prose;
    // of several around the same text, the innermost.
    private static IElement? Named(Dictionary<IElement, double> weight, double total)
    {
        IElement? best = null;
        foreach (var (element, value) in weight)
        {
            if (value < .5 * total || !(Boilerplate.IsArticleBody(element) || element.LocalName == "article"))
            {
                continue;
            }

            if (best is null || value > weight[best] * 1.1 || (value >= weight[best] * .9 && best.Contains(element)))
            {
                best = element;
            }
        }

        return best;
    }

    private static IElement Narrow(IElement start, Dictionary<IElement, double> weight)
    {
        var current = start;
        while (true)
        {
            var child = current.Children.MaxBy(weight.GetValueOrDefault);
            if (child is null || weight.GetValueOrDefault(child) < .85 * weight.GetValueOrDefault(current) || child.LocalName is "p" or "blockquote" or "ul" or "ol" or "li" or "dl")
            {
                return current;
            }

            current = child;
        }
    }
}
