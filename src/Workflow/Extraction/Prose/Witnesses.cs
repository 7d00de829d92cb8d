using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>Which ways of reading a page take each of its blocks for content.</summary>
internal sealed class Witnesses
{
    /// <summary>The own rules, see <see cref="RuledText"/>.</summary>
    public required bool[] Own { get; init; }

    /// <summary>SmartReader, see <see cref="PeerText"/>.</summary>
    public required bool[] Peer { get; init; }

    /// <summary>The article's body in JSON-LD.</summary>
    public required bool[] Told { get; init; }

    /// <summary>The text that the own rules keep of a block (without what is beside the content inside of it); null where they keep none.</summary>
    public required string?[] Texts { get; init; }

    /// <summary>Asks them all.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">All its blocks.</param>
    /// <param name="body">Its body.</param>
    /// <param name="told">The article's body as JSON-LD gives it; null for none.</param>
    public static Witnesses Ask(IHtmlDocument document, IReadOnlyList<Block> blocks, IElement body, string? told)
    {
        var texts = Ruled(blocks, RuledText.Read(blocks, body));
        return new()
        {
            Own = Array.ConvertAll(texts, text => text is not null),
            Peer = Inside(blocks, PeerText.Read(document)),
            Told = Inside(blocks, Letters.Of(told)),
            Texts = texts,
        };
    }

    // Read without what is beside the content, a run of text may be part of a block, or several blocks in one. Both are in
    // the page's order, so that only the next few texts of an element can be a block's.
    private static string?[] Ruled(IReadOnlyList<Block> blocks, IReadOnlyList<Block> kept)
    {
        const int Ahead = 6;
        var byElement = kept.GroupBy(block => block.Element).ToDictionary(group => group.Key, group => (Texts: group.Select(block => block.Text).ToArray(), Next: 0));
        var result = new string?[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            var (element, text) = (blocks[i].Element, blocks[i].Text);
            if (!byElement.TryGetValue(element, out var entry))
            {
                continue;
            }

            for (var at = entry.Next; at < Math.Min(entry.Next + Ahead, entry.Texts.Length); at++)
            {
                if (Overlap(text, entry.Texts[at]))
                {
                    result[i] = entry.Texts[at];
                    byElement[element] = entry with { Next = at };
                    break;
                }
            }
        }

        return result;
    }

    private static bool Overlap(string a, string b)
    {
        var length = Math.Min(24, Math.Min(a.Length, b.Length));
        return a.AsSpan(0, length).SequenceEqual(b.AsSpan(0, length)) || a.AsSpan(a.Length - length).SequenceEqual(b.AsSpan(b.Length - length))
            || a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static bool[] Inside(IReadOnlyList<Block> blocks, string whole)
    {
        // Searching costs the length of the whole for each block that is not in it: a page of very many is searched in part.
        const int Head = 80;
        const int Shortest = 4;
        var budget = 400_000_000L;
        var inside = new bool[blocks.Count];
        for (var i = 0; whole.Length > 0 && i < blocks.Count && budget > 0; i++)
        {
            var text = Letters.Of(blocks[i].Text);
            if (text.Length >= Shortest)
            {
                inside[i] = whole.AsSpan().IndexOf(text.AsSpan(0, Math.Min(Head, text.Length)), StringComparison.Ordinal) >= 0;
                budget -= whole.Length;
            }
        }

        return inside;
    }
}
