using System.Globalization;
using System.Text;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>Takes from a text what cannot be drawn, and says what was lost.</summary>
internal static class TextCleaning
{
    /// <summary>
    /// One paragraph: white space runs become one space; controls, explicit directions and soft hyphens go; emoji that no
    /// font draws in one colour go without a word, other characters that no font has are returned.
    /// </summary>
    public static (string Text, string Missing) Clean(string text, FontLibrary fonts, string language)
    {
        var kept = new StringBuilder(text.Length);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var (space, lost) = (false, false);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value is not (0x00a0 or 0x202f or 0x2007))
            {
                (space, lost) = (kept.Length > 0, false);
                continue;
            }

            // A joiner goes with what it joined.
            if (IsIgnored(rune) || (rune.Value is 0x200c or 0x200d && (lost || space || kept.Length == 0)))
            {
                continue;
            }

            if (!IsInvisible(rune) && fonts.Find(rune, FontFamily.Sans, FontWeight.Text, language, null) is null)
            {
                if (!IsEmoji(rune))
                {
                    missing.Add(rune.ToString());
                }

                lost = true;
                continue;
            }

            if (space)
            {
                kept.Append(' ');
                space = false;
            }

            kept.Append(rune.ToString());
            lost = false;
        }

        return (kept.ToString(), string.Concat(missing));
    }

    /// <summary>Whether a character joins, splits or directs others and has no picture of its own.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value is 0x200c or 0x200d or 0x200e or 0x200f or 0x061c or 0x2060 or 0x00a0 or 0x202f or 0x2007;

    private static bool IsIgnored(Rune rune) =>
        rune.Value is 0x00ad or 0xfeff or 0xfffd or 0x200b or (>= 0xfe00 and <= 0xfe0f) or (>= 0xe0000 and <= 0xe0fff) or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x20e3 ||
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned && !IsInvisible(rune));

    private static bool IsEmoji(Rune rune) => rune.Value is (>= 0x1f000 and <= 0x1faff) or (>= 0x2190 and <= 0x2bff) or (>= 0x3030 and <= 0x303d) or 0x3297 or 0x3299;
}
