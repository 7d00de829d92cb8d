using System.Text;

namespace Gpu.Workflow.Wording;

/// <summary>How long words take to say aloud.</summary>
internal static class SpokenTime
{
    /// <summary>Words a minute: a calm reader of advertising. Fast speech is 180, audiobooks are 155.</summary>
    public const double WordsPerMinute = 150;

    // Characters a minute of newsreaders, where a language counts by characters: NHK asks for 300 and more of kanji and
    // kana mixed, Chinese stations speak 240 to 280, Korean ones 300 to 350 syllables.
    private const double JapanesePerMinute = 350;
    private const double ChinesePerMinute = 260;
    private const double HangulPerMinute = 320;

    // Letters and marks; as many as 150 words have.
    private const double UnspacedPerMinute = 825;

    // "96,000" is said as three words: each digit after the second takes half a word.
    private const double WordsPerDigit = 0.5;

    /// <summary>Seconds at 150 words a minute; scripts that are not counted by words by characters a minute.</summary>
    public static double Seconds(string text)
    {
        var (words, digits, han, kana, hangul, unspaced, inWord, inNumber) = (0, 0, 0, 0, 0, 0, false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xac00 and <= 0xd7a3)
            {
                (hangul, inWord) = (hangul + 1, false);
            }
            else if (Terms.IsIdeographic(rune))
            {
                (han, inWord) = (han + 1, false);
                kana += rune.Value is >= 0x3040 and <= 0x30ff ? 1 : 0;
            }
            else if (Terms.IsUnspaced(rune))
            {
                (unspaced, inWord) = (unspaced + 1, false);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                inNumber = Rune.IsDigit(rune) ? inNumber + 1 : 0;
                digits += inNumber > 2 ? 1 : 0;
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                (inWord, inNumber) = (false, 0);
            }
        }

        var perMinute = kana > 0 ? JapanesePerMinute : ChinesePerMinute;
        return 60 * (((words + (digits * WordsPerDigit)) / WordsPerMinute) + (han / perMinute) + (hangul / HangulPerMinute) + (unspaced / UnspacedPerMinute));
    }
}
