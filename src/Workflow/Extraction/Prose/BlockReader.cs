using System.Text;
using AngleSharp.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>Cuts a document into blocks in reading order, leaving out what is never content.</summary>
internal sealed class BlockReader
{
    // No paragraph that people wrote is as long; what is longer is cut, because all that follows copies it.
    private const int MaxLetters = 200_000;

    // The longest novels on one page have a quarter of it.
    private const int MaxBlocks = 50_000;

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _run = new();
    private readonly Func<IElement, bool> _skip;
    private int _linkLength;
    private int _links;

    private BlockReader(Func<IElement, bool> skip) => _skip = skip;

    /// <summary>Reads all blocks under an element.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="skip">Elements to leave out with all that is in them.</param>
    public static IReadOnlyList<Block> Read(IElement root, Func<IElement, bool> skip)
    {
        var reader = new BlockReader(skip);
        reader.Walk(root, root);
        reader.Flush(root);
        return reader._blocks;
    }

    // Recursion is safe: the parser nests at most about 500 levels (see PageDocument).
    private void Walk(IElement element, IElement block)
    {
        var nodes = element.ChildNodes;
        for (var i = 0; i < nodes.Length && _blocks.Count < MaxBlocks; i++)
        {
            if (nodes[i] is IText text)
            {
                Append(text.Data);
            }
            else if (nodes[i] is IElement child && !_skip(child))
            {
                Enter(child, block, nodes, i);
            }
        }
    }

    private void Enter(IElement child, IElement block, INodeList siblings, int index)
    {
        var name = child.LocalName;
        if (name is "br" or "hr")
        {
            Break(child, block, siblings, index);
        }
        else if (IsBlock(name))
        {
            Flush(block);
            Walk(child, child);
            Flush(child);
        }
        else
        {
            var link = name == "a";
            _links += link ? 1 : 0;
            Walk(child, block);
            _links -= link ? 1 : 0;
        }
    }

    // One line break is a space; two, or a rule, end a paragraph.
    private void Break(IElement element, IElement block, INodeList siblings, int index)
    {
        // By index: asking a node for its next sibling costs a search among all of them.
        var next = index + 1;
        while (next < siblings.Length && siblings[next] is IText { Data: var data } && string.IsNullOrWhiteSpace(data))
        {
            next++;
        }

        if (element.LocalName == "hr" || (next < siblings.Length && siblings[next] is IElement { LocalName: "br" }))
        {
            Flush(block);
        }
        else
        {
            _run.Append(' ');
        }
    }

    private void Append(string data)
    {
        var part = data.AsSpan(0, Math.Clamp(MaxLetters - _run.Length, 0, data.Length));
        _run.Append(part);
        if (_links > 0)
        {
            _linkLength += Words.Tidy(part.ToString()).Length;
        }
    }

    private void Flush(IElement block)
    {
        if (_run.Length > 0)
        {
            var text = Words.Tidy(_run.ToString());
            if (Words.Any(text))
            {
                _blocks.Add(new Block(text, Math.Min(_linkLength, text.Length), block));
            }
        }

        _run.Clear();
        _linkLength = 0;
    }

    private static bool IsBlock(string name) => name is
        "address" or "article" or "aside" or "blockquote" or "body" or "button" or "caption" or "center" or "dd" or "details" or "dialog" or "dir"
        or "div" or "dl" or "dt" or "fieldset" or "figcaption" or "figure" or "footer" or "form" or "h1" or "h2" or "h3" or "h4" or "h5"
        or "h6" or "header" or "hgroup" or "legend" or "li" or "main" or "menu" or "nav" or "ol" or "option" or "p" or "pre" or "search" or "section"
        or "summary" or "table" or "tbody" or "td" or "tfoot" or "th" or "thead" or "tr" or "ul";
}
