using System.Text.RegularExpressions;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>Drops from the content's blocks what is not part of the text: link lists, labels, headings of nothing.</summary>
internal static partial class BlockFilter
{
    private const int MaxPhrase = 300;

    /// <summary>Filters, keeping the order.</summary>
    public static List<Block> Apply(IReadOnlyList<Block> blocks)
    {
        var kept = new List<Block>(blocks.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var weight = 0;
        foreach (var block in blocks)
        {
            if (block.HeadingLevel > 0 && EndHeading().IsMatch(block.Text) && weight > 400)
            {
                break;
            }

            if (Fits(block) && (block.Weight < 30 || seen.Add(block.Text)))
            {
                kept.Add(block);
                weight += block.Weight;
            }
        }

        return DropEmptyHeadings(kept);
    }

    /// <summary>Whether a text is a set phrase of web pages, not of their content: a label, a credit, an invitation.</summary>
    /// <param name="text">Longer text is no phrase, and made to it would cost its length squared.</param>
    public static bool IsPhrase(string text) => text.Length <= MaxPhrase && Phrase().IsMatch(text);

    private static bool Fits(Block block)
    {
        if (IsPhrase(block.Text))
        {
            return false;
        }

        if (block.HeadingLevel > 0)
        {
            return block.HeadingLevel == 1 || block.LinkDensity < .9;
        }

        if (block.LinkDensity > .6)
        {
            return false;
        }

        return block.Element.LocalName is "p" or "blockquote" or "pre" or "li" or "td" or "th" or "dd" or "dt" or "figcaption"
            || block.Weight >= 30
            || Markup.Words.EndsSentence(block.Text);
    }

    // A heading stands for what follows it: one that nothing follows was the title of a list of links.
    private static List<Block> DropEmptyHeadings(List<Block> blocks)
    {
        var result = new List<Block>(blocks.Count);
        var followed = false;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].HeadingLevel == 0 || followed)
            {
                result.Add(blocks[i]);
                followed = true;
            }
        }

        result.Reverse();
        return result;
    }

    [GeneratedRegex("""^\W*(related|you (may|might) also|teilen sie|lesen sie auch|zobacz także|veja também|leia também|weitere (infos|tourentipps|themen)|mehr themen|über den autor|über die autorin|say your words|no responses?|more (from|on|stories|articles|posts|news)|recommended|read (more|next|also)|see also|comments?\b|\d+ (comments?|responses?|replies|kommentare)|leave a (reply|comment)|share this|about the author|kommentare?\b|schreibe einen kommentar|ähnliche|das könnte|weitere (artikel|beiträge|news)|mehr (zum thema|von)|kommentieren|commentaires?|laisser un commentaire|articles? (similaires|liés)|à lire aussi|comentarios?|deja un comentario|relacionad|関連|コメント|相关|评论)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndHeading();

    [GeneratedRegex("""^\W*(share( this| on| article)?|tweet|print|e-?mail|advertisement|anzeige|werbung|publicité|subscribe( now)?|sign (up|in)|log ?in|read more|weiterlesen|mehr lesen|lire la suite|leer más|continue reading|learn more|next|previous|back to top|skip to (main )?content|posted (on|in|by)\b.{0,80}|filed under\b.{0,120}|tags?:.{0,200}|categories:.{0,200}|(by|von|par|por)(?-i: \p{Lu}[\w.’'-]+( \p{Lu}[\w.’'-]+){1,3})([,·|–—]? .{0,60}\d.{0,40})?|all rights reserved.{0,60}|©.{0,120}|copyright ©.{0,120}|\d+ (shares?|comments?|views?)|like this:?|loading\.{0,3}|\d{1,2} min(ute)?s? read|permalink|permalien|teilen( sie)?( dies)?( mit)?:?|diesen artikel teilen|möchten sie den artikel teilen|(lesen|zobacz|veja|czytaj|leia|lees|lea|leggi) (sie )?(auch|także|também|też|ook|también|anche)\b.{0,120}|das könnte sie auch interessieren|weitere infos?( unter)?.{0,60}|mehr themen:?|lust auf mehr\?|quellen?:.{0,120}|\(quelle:.{0,120}|bild via.{0,60}|(zuletzt )?aktualisiert( am)?:?.{0,40}|veröffentlich\w*( am)?:?.{0,30}|ten tekst przeczytasz.{0,30}|(i?stock(photo)?|shutterstock|getty images|afp|dpa|reuters|imago)([ ./|-].{0,40})?|to view the full story.{0,100}|subscribe (now )?to our.{0,100}|foto:.{0,80}|bild:.{0,80}|photo( by| credit)?:.{0,80}|image( by| credit)?:.{0,80})\W*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
