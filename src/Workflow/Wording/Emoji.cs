using System.Globalization;
using System.Text;

namespace Gpu.Workflow.Wording;

/// <summary>Emoji at the ends of sentences: after the mark they belong to what was said, as in "Love it! 😍 Order now."</summary>
internal static class Emoji
{
    /// <summary>Where the emoji after a sentence's mark end; the same place where none follow, or where they stand at the next word.</summary>
    public static int After(string text, int end)
    {
        var at = Spaces(text, end);
        var last = at;
        while (last < text.Length && Rune.TryGetRuneAt(text, last, out var rune) && Is(rune))
        {
            last += rune.Utf16SequenceLength;
        }

        return last > at && (last == text.Length || char.IsWhiteSpace(text[last])) ? last : end;
    }

    /// <summary>Where the text before trailing emoji and spaces ends.</summary>
    public static int Before(string text, int end)
    {
        while (end > 0)
        {
            if (char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }
            else if (Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out var rune, out var length) == System.Buffers.OperationStatus.Done && Is(rune))
            {
                end -= length;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    // Pictures and flags, the tones of skin, and what joins and styles them. ©, ® and ™ are of the same category and are read.
    private static bool Is(Rune rune) => rune.Value is 0x200d or 0xfe0f or 0x20e3 or (>= 0x1f3fb and <= 0x1f3ff) || (rune.Value >= 0x2190 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
}
