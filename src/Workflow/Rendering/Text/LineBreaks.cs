using System.Globalization;
using System.Text;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>
/// Where a line may end, and how willingly: UAX #14 in what captions need of it. Words are kept whole; Japanese and Chinese
/// break between characters, but not before marks that close nor after marks that open (kinsoku).
/// </summary>
internal static class LineBreaks
{
    /// <summary>No line ends here.</summary>
    public const float Never = float.PositiveInfinity;

    private const string NotFirst =
        "、。，．・：；？！‼⁇⁈⁉ー゛゜ヽヾゝゞ々〻…‥）］｝〕〉》」』】〙〗〟’”»,.:;?!)]}%‰°¢℃" +
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ–〜～؟،؛";

    private const string NotLast = "っッ（［｛〔〈《「『【〘〖〝‘“«([{$£¥€＄￥￡№#";

    /// <summary>For each char the cost of a line that begins with it: 0 at its best, <see cref="Never"/> where none may.</summary>
    public static float[] Find(string text)
    {
        var costs = new float[text.Length];
        Array.Fill(costs, Never);
        Rune? before = null;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } b && !Rune.IsWhiteSpace(rune))
            {
                costs[position] = Cost(text, position, b, rune);
            }

            before = rune;
            position += rune.Utf16SequenceLength;
        }

        return costs;
    }

    private static float Cost(string text, int position, Rune before, Rune rune)
    {
        if (before.Value is 0x00a0 or 0x202f or 0x2007 or 0x2060 or 0x200d || rune.Value is 0x00a0 or 0x202f or 0x2007 or 0x2060 or 0x200d || IsMark(rune))
        {
            return Never;
        }

        var (last, first) = (before.ToString(), rune.ToString());
        if (Rune.IsWhiteSpace(before))
        {
            // A mark stays with the words before it even after a space, unless it begins a word, as in ".NET".
            var next = position + rune.Utf16SequenceLength;
            if (NotFirst.Contains(first, StringComparison.Ordinal) && !(rune.IsAscii && next < text.Length && char.IsLetterOrDigit(text[next])))
            {
                return Never;
            }

            // So does a dash, and a line does not end in a word as short as "a".
            return rune.Value is 0x2013 or 0x2014 or '-' or 0x00b7 or '|' ? Never : WordBefore(text, position) <= 2 ? 0.12f : 0;
        }

        if (NotFirst.Contains(first, StringComparison.Ordinal) || NotLast.Contains(last, StringComparison.Ordinal))
        {
            return Never;
        }

        if (before.Value is '-' or 0x2010 or 0x2014 or 0x2013 && Rune.IsLetter(rune))
        {
            return 0.35f;
        }

        return Terms.IsIdeographic(before) || Terms.IsIdeographic(rune) || IsWide(before) || IsWide(rune) ? Ideographic(before, rune) : Never;
    }

    // Phrases of Japanese end where kana give way to kanji or katakana; words of one script are better left whole.
    private static float Ideographic(Rune before, Rune rune)
    {
        var (a, b) = (Kind(before), Kind(rune));
        return (a, b) switch
        {
            (Script.Mark, _) => 0,
            (Script.Hiragana, Script.Kanji or Script.Katakana or Script.Other) => IsParticle(before) ? 0.02f : 0.15f,
            (_, Script.Mark) => 0.1f,
            (Script.Katakana, Script.Katakana) => 1.2f,
            (Script.Kanji, Script.Kanji) => 0.5f,
            (Script.Kanji or Script.Katakana or Script.Other, Script.Hiragana) => 0.7f,
            (Script.Hiragana, Script.Hiragana) => 1.2f,
            _ => 0.2f,
        };
    }

    private static bool IsParticle(Rune rune) => "はがをにでともへのや".Contains(rune.ToString(), StringComparison.Ordinal);

    private static Script Kind(Rune rune) => rune.Value switch
    {
        >= 0x3041 and <= 0x309f => Script.Hiragana,
        (>= 0x30a1 and <= 0x30ff) or (>= 0x31f0 and <= 0x31ff) => Script.Katakana,
        _ when IsWide(rune) => Script.Mark,
        _ => Terms.IsIdeographic(rune) ? Script.Kanji : Script.Other,
    };

    private static bool IsWide(Rune rune) => rune.Value is (>= 0x3000 and <= 0x3004) or (>= 0x3008 and <= 0x303f) or (>= 0xff00 and <= 0xff65) or 0x30fb;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static int WordBefore(string text, int position)
    {
        var end = position;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        return end - (text.LastIndexOf(' ', Math.Max(0, end - 1)) + 1);
    }

    private enum Script
    {
        Hiragana,
        Katakana,
        Kanji,
        Mark,
        Other,
    }
}
