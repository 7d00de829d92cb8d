using System.Text;
using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Markup;

/// <summary>The text of an element, read no further than is needed: elements within elements would else be read again and again.</summary>
internal static class ShortText
{
    /// <summary>The first characters of an element's text, tidied; code is left out.</summary>
    /// <param name="element">The element.</param>
    /// <param name="most">The most characters.</param>
    public static string Of(IElement element, int most)
    {
        var builder = new StringBuilder();
        Read(element, builder, most);
        return Words.Tidy(builder.ToString());
    }

    // Recursion is safe: the parser nests at most about 500 levels (see PageDocument).
    private static void Read(INode node, StringBuilder builder, int most)
    {
        // By index: asking a node for its next sibling costs a search among all of them.
        var nodes = node.ChildNodes;
        for (var i = 0; i < nodes.Length && builder.Length < most; i++)
        {
            var child = nodes[i];
            if (child is IText text)
            {
                builder.Append(text.Data.AsSpan(0, Math.Min(text.Data.Length, most - builder.Length)));
            }
            else if (child is IElement { LocalName: not ("script" or "style" or "template" or "noscript") } element)
            {
                builder.Append(element.LocalName is "br" or "p" or "div" or "li" or "td" ? " " : "");
                Read(element, builder, most);
            }
        }
    }
}
