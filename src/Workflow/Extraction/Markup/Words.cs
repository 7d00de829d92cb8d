using System.Text;

namespace Gpu.Workflow.Extraction.Markup;

/// <summary>Small measures and repairs of text.</summary>
internal static class Words
{
    /// <summary>White space of any kind becomes single spaces; control and invisible characters go.</summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\u00A0')
            {
                space = builder.Length > 0;
            }
            else if (!char.IsControl(c) && c is not ('\u200B' or '\u00AD' or '\uFEFF' or '\u2060'))
            {
                if (space)
                {
                    builder.Append(' ');
                    space = false;
                }

                builder.Append(c);
            }
        }

        return builder.ToString();
    }

    /// <summary>Length in letters as Latin script would need them: a Chinese, Japanese or Korean character says about as much as three.</summary>
    public static int Weight(ReadOnlySpan<char> text)
    {
        var weight = text.Length;
        foreach (var c in text)
        {
            weight += IsCjk(c) ? 2 : 0;
        }

        return weight;
    }

    /// <summary>Whether a character is of a script that writes without spaces: Chinese, Japanese, or Korean syllables.</summary>
    public static bool IsCjk(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Whether there is a letter or digit at all.</summary>
    public static bool Any(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether text ends as a sentence does, in any script.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"'”’»›)]』」）】 ");
        return end.Length > 0 && (end[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '؟' or '۔' or '।' or '．');
    }
}
