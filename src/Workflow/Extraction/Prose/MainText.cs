using AngleSharp.Html.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// The content's text. Where the ways of reading a page agree there is nothing to decide; where they do not, a model that was
/// trained on blocks judged by people weighs them, with what else is known of the block (see <see cref="BlockFeatures"/>).
/// </summary>
internal static class MainText
{
    private const double Threshold = .5;
    private const int TinyPage = 300;
    private const int ShortPage = 1_500;
    private const double SureThreshold = .2;

    /// <summary>Reads the content's blocks in their order.</summary>
    /// <param name="document">The page. It is not changed.</param>
    /// <param name="told">The article's body as JSON-LD gives it; null for none.</param>
    public static IReadOnlyList<string> Read(IHtmlDocument document, string? told = null) => Read(document, told, BoostedTrees.Shipped);

    /// <summary>Reads with another model.</summary>
    public static IReadOnlyList<string> Read(IHtmlDocument document, string? told, BoostedTrees model)
    {
        if (document.Body is not { } body)
        {
            return [];
        }

        var blocks = BlockReader.Read(body, Boilerplate.IsNever);
        var witnesses = Witnesses.Ask(document, blocks, body, told);
        var kept = Choose(blocks, witnesses, BlockFeatures.Of(blocks, witnesses, body), model);
        return kept.Count > 0 ? kept : [.. witnesses.Texts.OfType<string>()];
    }

    /// <summary>The texts that a model keeps.</summary>
    public static List<string> Choose(IReadOnlyList<Block> blocks, Witnesses witnesses, float[][] features, BoostedTrees model)
    {
        var length = Enumerable.Range(0, blocks.Count).Sum(i => witnesses.Own[i] ? blocks[i].Weight : 0);
        if (length < TinyPage)
        {
            // Too little to measure anything by.
            return [.. witnesses.Texts.OfType<string>().Distinct()];
        }

        var isShort = length < ShortPage;
        var keep = Enumerable.Range(0, blocks.Count).Select(i => Keeps(blocks[i], witnesses.Own[i], witnesses.Own[i] && witnesses.Peer[i], isShort, model.Probability(features[i]))).ToArray();
        RestoreUnderHeadings(blocks, witnesses, keep);
        var kept = new List<string>();
        string? last = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!keep[i] || (blocks[i].HeadingLevel > 0 && !Follows(blocks, keep, i)))
            {
                continue;
            }

            // The rules' text of a block lacks what is beside the content inside of it, and may be several blocks in one.
            var text = witnesses.Texts[i] ?? blocks[i].Text;
            if (!ReferenceEquals(text, last) && (text.Length < 30 || seen.Add(text)))
            {
                kept.Add(text);
            }

            last = text;
        }

        return WithoutCalendars(kept);
    }

    // Cards that are built alike, a heading and a line each: where the line under one is content, that under the next is too,
    // however short it is.
    private static void RestoreUnderHeadings(IReadOnlyList<Block> blocks, Witnesses witnesses, bool[] keep)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < blocks.Count; i++)
        {
            if (keep[i] && IsCard(i))
            {
                told.Add(Path(blocks[i].Element));
            }
        }

        for (var i = 1; i < blocks.Count; i++)
        {
            keep[i] |= witnesses.Own[i] && IsCard(i) && keep[i - 1] && told.Contains(Path(blocks[i].Element));
        }

        bool IsCard(int i) => blocks[i].HeadingLevel == 0 && blocks[i - 1].HeadingLevel > 1 && blocks[i - 1].Element.ParentElement == blocks[i].Element.ParentElement;
    }

    private static string Path(AngleSharp.Dom.IElement element) =>
        $"{element.LocalName}.{element.ClassName}<{element.ParentElement?.LocalName}.{element.ParentElement?.ClassName}<{element.ParentElement?.ParentElement?.LocalName}.{element.ParentElement?.ParentElement?.ClassName}";

    // Days of a month, pages of a list: numbers after numbers are never told to anybody.
    private static List<string> WithoutCalendars(List<string> texts)
    {
        const int MostNumbers = 6;
        var kept = new List<string>();
        for (var i = 0; i < texts.Count;)
        {
            var end = i;
            while (end < texts.Count && texts[end].Length <= 4 && !texts[end].Any(char.IsLetter))
            {
                end++;
            }

            kept.AddRange(texts.Skip(i).Take(end - i > MostNumbers ? 0 : Math.Max(1, end - i)));
            i = Math.Max(end, i + 1);
        }

        return kept;
    }

    // People judged running text: of headings, and of pages that are little more than headings and labels, the rules know
    // more than the model.
    private static bool Keeps(Block block, bool own, bool agreed, bool isShort, double probability) => block.HeadingLevel switch
    {
        1 => own,
        > 1 => probability > (own ? SureThreshold : Threshold),
        _ => probability > (agreed && isShort ? SureThreshold : Threshold),
    };

    // A heading stands for what follows it: one that nothing follows was the title of a list of links.
    private static bool Follows(IReadOnlyList<Block> blocks, bool[] keep, int heading)
    {
        const int Ahead = 12;
        for (var i = heading + 1; i < Math.Min(blocks.Count, heading + Ahead); i++)
        {
            if (keep[i] && blocks[i].HeadingLevel == 0)
            {
                return true;
            }

            if (blocks[i].HeadingLevel > 0 && blocks[i].HeadingLevel < blocks[heading].HeadingLevel)
            {
                return false;
            }
        }

        return false;
    }
}
