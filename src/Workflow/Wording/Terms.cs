using System.Globalization;
using System.Text;

namespace Gpu.Workflow.Wording;

/// <summary>Words of a text: how many, and which of them two texts share.</summary>
internal static class Terms
{
    // Japanese and Chinese write without spaces; about so many characters say as much as a word.
    private const double IdeographsPerWord = 2.4;

    // Thai, Lao, Khmer and Burmese do too, with letters and marks.
    private const double LettersPerWord = 5.5;

    /// <summary>How many words a text has; in scripts without spaces, as many as would say the same.</summary>
    public static double Count(string text)
    {
        var (words, ideographs, letters, inWord) = (0, 0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsIdeographic(rune))
            {
                ideographs++;
                inWord = false;
            }
            else if (IsUnspaced(rune))
            {
                letters++;
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                inWord = false;
            }
        }

        return words + (ideographs / IdeographsPerWord) + (letters / LettersPerWord);
    }

    /// <summary>One line of text: white space runs become a space, ends are trimmed.</summary>
    public static string Tidy(string? text) => text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words that carry a text's meaning, shortened to their stems; pairs of characters where a script has no spaces.</summary>
    public static HashSet<string> Of(string text)
    {
        const int StemLength = 5;
        const int ShortestTerm = 3;
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).EnumerateRunes())
        {
            var unspaced = IsIdeographic(rune) || IsUnspaced(rune);
            if (unspaced)
            {
                if (before is { } b)
                {
                    terms.Add($"{b}{rune}");
                }

                before = rune;
            }
            else
            {
                before = null;
            }

            if (IsSilent(rune))
            {
                continue;
            }

            if ((Rune.IsLetterOrDigit(rune) || (IsMark(rune) && word.Length > 0)) && !unspaced)
            {
                word.Append(rune.ToString());
                continue;
            }

            Flush();
        }

        Flush();
        return terms;

        void Flush()
        {
            if (word.Length >= ShortestTerm)
            {
                terms.Add(word.ToString(0, Math.Min(word.Length, StemLength)));
            }

            word.Clear();
        }
    }

    // Points of Hebrew and Arabic, which most write without, the stroke that stretches a word, and joiners inside of words.
    private static bool IsSilent(Rune rune) => rune.Value is (>= 0x0591 and <= 0x05c7) or 0x0640 or (>= 0x064b and <= 0x065f) or 0x0670 or 0x200c or 0x200d or 0xfe0f;

    // Vowels of India's scripts.
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>How much two texts have in common: shared terms by the geometric mean of their numbers, 0 to 1.</summary>
    public static double Similarity(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var shared = 0;
        foreach (var term in a)
        {
            shared += b.Contains(term) ? 1 : 0;
        }

        return shared / Math.Sqrt((double)a.Count * b.Count);
    }

    /// <summary>Whether a character is a letter or mark of Thai, Lao, Khmer or Burmese, which are written without spaces between words.</summary>
    public static bool IsUnspaced(Rune rune) => rune.Value is (>= 0x0e00 and <= 0x0eff) or (>= 0x1000 and <= 0x109f) or (>= 0x1780 and <= 0x17ff);

    /// <summary>Whether a character is of a script written without spaces: Han, kana, and their marks.</summary>
    public static bool IsIdeographic(Rune rune) => rune.Value is
        (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30ff) or (>= 0x31f0 and <= 0x31ff) or
        (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or
        (>= 0xff66 and <= 0xff9f) or (>= 0x20000 and <= 0x3ffff);
}
