using AngleSharp.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// What is known of each block of a page, in numbers: what the witnesses say (own rules, SmartReader, JSON-LD), its text,
/// its element and those around it, and the same of its neighbours. Nothing names a site, a language or an address.
/// </summary>
internal static class BlockFeatures
{
    private const int Reach = 2;

    /// <summary>The names, in the order of the numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. MakeNames()];

    /// <summary>Measures all blocks.</summary>
    /// <param name="blocks">All blocks of a page, in order.</param>
    /// <param name="witnesses">What speaks for them.</param>
    /// <param name="body">The page's body.</param>
    /// <returns>A row of <see cref="Names"/> numbers for each block, each about -3 to 3.</returns>
    public static float[][] Of(IReadOnlyList<Block> blocks, Witnesses witnesses, IElement body)
    {
        var weight = ContentContainer.Weigh(blocks, body);
        var total = Math.Max(1, weight.GetValueOrDefault(body));
        var places = new Dictionary<IElement, Place>();
        var groups = new Dictionary<string, (float Own, float Peer, float Weight)>(StringComparer.Ordinal);
        var signatures = new string[blocks.Count];
        var own = new float[blocks.Count][];
        int firstKept = -1, lastKept = -1;
        var copies = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            copies[block.Text] = copies.GetValueOrDefault(block.Text) + 1;
            signatures[i] = $"{block.Element.LocalName}.{block.Element.ClassName}<{block.Element.ParentElement?.LocalName}.{block.Element.ParentElement?.ClassName}";
            var (o, p, w) = groups.GetValueOrDefault(signatures[i]);
            var size = MathF.Sqrt(block.Weight);
            groups[signatures[i]] = (o + (witnesses.Own[i] ? size : 0), p + (witnesses.Peer[i] ? size : 0), w + size);
            if (witnesses.Own[i])
            {
                firstKept = firstKept < 0 ? i : firstKept;
                lastKept = i;
            }
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            own[i] = [.. Text(blocks[i], copies[blocks[i].Text]), .. Position(i), .. Group(i), .. Around(blocks[i], body, weight, total, places)];
        }

        return [.. Enumerable.Range(0, blocks.Count).Select(i => (float[])[.. Voices(i), .. own[i], .. Neighbours(i)])];

        float[] Voices(int i) => [One(witnesses.Own[i]), One(witnesses.Peer[i]), One(witnesses.Own[i] && witnesses.Peer[i]), One(witnesses.Told[i])];

        float[] Position(int i) =>
        [
            (float)i / blocks.Count,
            One(firstKept >= 0 && i < firstKept),
            One(lastKept >= 0 && i > lastKept),
            firstKept >= 0 && i < firstKept ? MathF.Log(1 + firstKept - i) : 0,
            lastKept >= 0 && i > lastKept ? MathF.Log(1 + i - lastKept) : 0,
            One(lastKept >= 0) * Math.Clamp((float)(i - firstKept) / Math.Max(1, lastKept - firstKept), 0, 1),
        ];

        float[] Group(int i)
        {
            var (o, p, w) = groups[signatures[i]];
            var size = MathF.Sqrt(blocks[i].Weight);
            var others = w - size;

            // What the witnesses say of the others that are built alike; half where there are none.
            return others <= 0 ? [.5f, .5f] : [(o - (witnesses.Own[i] ? size : 0)) / others, (p - (witnesses.Peer[i] ? size : 0)) / others];
        }

        IEnumerable<float> Neighbours(int i)
        {
            for (var d = -Reach; d <= Reach; d++)
            {
                if (d == 0)
                {
                    continue;
                }

                var at = i + d;
                if (at < 0 || at >= blocks.Count)
                {
                    yield return 0;
                    yield return 0;
                    yield return 0;
                    yield return 1;
                    yield return 0;
                    continue;
                }

                yield return One(witnesses.Own[at]);
                yield return One(witnesses.Peer[at]);
                yield return MathF.Log(1 + blocks[at].Weight) / 4;
                yield return (float)blocks[at].LinkDensity;
                yield return One(blocks[at].HeadingLevel > 0);
            }
        }
    }

    private static IEnumerable<string> MakeNames()
    {
        string[] parts = ["own", "peer", "length", "links", "heading"];
        string[] own =
        [
            "own", "peer", "own and peer", "told",
            "length", "short", "long", "link density", "all link", "ends sentence", "commas", "digits", "capitals", "dates and marks", "phrase", "copies", "h1", "h2 h3", "h4 to h6", "p", "li", "td", "quote", "figcaption", "other element",
            "place", "before kept", "after kept", "far before", "far after", "within kept",
            "group own", "group peer",
            "parent share", "grandparent share", "great-grandparent share", "depth", "weak name", "strong name", "weak itself", "strong itself", "names up", "in article", "in body name", "in main", "in list", "in table", "in header", "in footer", "in aside", "in form", "in figure", "parent links",
        ];
        return own.Concat(Enumerable.Range(-Reach, (2 * Reach) + 1).Where(d => d != 0).SelectMany(d => parts.Select(name => $"{name} at {d:+0;-0}")));
    }

    private static float One(bool yes) => yes ? 1 : 0;

    private static float[] Text(Block block, int copies)
    {
        var text = block.Text;
        int commas = 0, digits = 0, capitals = 0, letters = 0, marks = 0;
        var start = true;
        foreach (var c in text)
        {
            commas += c is ',' or '、' or '，' or '،' or ';' or '；' ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            marks += c is '|' or '/' or '·' or '•' or '©' or '@' or '#' or '»' or '→' or '›' ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += start && char.IsUpper(c) ? 1 : 0;
            start = char.IsWhiteSpace(c);
        }

        var length = Math.Max(1, text.Length);
        var words = Math.Max(1, text.AsSpan().Count(' ') + 1);
        var name = block.Element.LocalName;
        return
        [
            MathF.Log(1 + block.Weight) / 4,
            One(block.Weight < 25),
            One(block.Weight > 200),
            (float)block.LinkDensity,
            One(block.LinkDensity > .9),
            One(Words.EndsSentence(text)),
            Math.Min(3, 30f * commas / length),
            Math.Min(2, 5f * digits / length),
            Math.Min(1, (float)capitals / words),
            Math.Min(2, 20f * marks / length),
            One(BlockFilter.IsPhrase(text)),
            Math.Min(3, MathF.Log(copies)),
            One(block.HeadingLevel == 1),
            One(block.HeadingLevel is 2 or 3),
            One(block.HeadingLevel > 3),
            One(name == "p"),
            One(name is "li" or "dd" or "dt"),
            One(name is "td" or "th"),
            One(name is "blockquote" or "pre"),
            One(name == "figcaption"),
            One(name is not ("p" or "li" or "dd" or "dt" or "td" or "th" or "blockquote" or "pre" or "figcaption") && block.HeadingLevel == 0),
        ];
    }

    private static float[] Around(Block block, IElement body, Dictionary<IElement, double> weight, double total, Dictionary<IElement, Place> places)
    {
        var element = block.Element;
        var up = Place.Of(element, body, places);
        var itself = Boilerplate.IsAside(element);
        var parent = element == body ? body : element.ParentElement ?? body;
        var grand = parent == body ? body : parent.ParentElement ?? body;
        var great = grand == body ? body : grand.ParentElement ?? body;
        return
        [
            (float)(weight.GetValueOrDefault(parent) / total),
            (float)(weight.GetValueOrDefault(grand) / total),
            (float)(weight.GetValueOrDefault(great) / total),
            Math.Min(2, up.Depth / 15f),
            One(up.Weak > 0),
            One(up.Strong > 0),
            One(itself == Boilerplate.Doubt.Weak),
            One(itself == Boilerplate.Doubt.Strong),
            Math.Min(3, (up.Weak + (2 * up.Strong)) / 2f),
            One(up.Has(Place.Kind.Article)),
            One(up.Has(Place.Kind.ArticleBody)),
            One(up.Has(Place.Kind.Main)),
            One(up.Has(Place.Kind.List)),
            One(up.Has(Place.Kind.Table)),
            One(up.Has(Place.Kind.Header)),
            One(up.Has(Place.Kind.Footer)),
            One(up.Has(Place.Kind.Aside)),
            One(up.Has(Place.Kind.Form)),
            One(up.Has(Place.Kind.Figure)),
            Math.Min(2, MathF.Log(1 + up.Siblings) / 3),
        ];
    }
}
