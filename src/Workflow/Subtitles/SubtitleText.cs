using System.Globalization;
using System.Text;
using Gpu.Workflow.Rendering.Text;

namespace Gpu.Workflow.Subtitles;

/// <summary>Cuts words into the lines of subtitles.</summary>
internal static class SubtitleText
{
    /// <summary>What broadcasters allow a line.</summary>
    public const int LineLength = 42;

    private const int LinesAtOnce = 2;

    /// <summary>One paragraph without what subtitle files could take for theirs: controls, ends of lines, tags.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value != 0xa0)
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                {
                    kept.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>The screens of a text: one or two lines each, about as long as each other.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Screens(string text)
    {
        var costs = LineBreaks.Find(text);
        var elements = StringInfo.ParseCombiningCharacters(text);
        var lines = Lines(text, costs, elements, LineLength);
        if (lines.Count > 1)
        {
            // The narrowest lines that are no more: none is left with a lonely word.
            for (var width = LineLength - 1; width > 8 && Lines(text, costs, elements, width) is { } narrower && narrower.Count == lines.Count && narrower.All(l => Width(l) <= width); width--)
            {
                lines = narrower;
            }
        }

        return [.. lines.Chunk(LinesAtOnce)];
    }

    /// <summary>The width of a text in letters. Signs as wide as two letters count as two: a line of Japanese has half as many.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(static r => Wording.Terms.IsIdeographic(r) || r.Value is (>= 0x3000 and <= 0x30ff) or (>= 0xff00 and <= 0xff60) or (>= 0xac00 and <= 0xd7a3) ? 2 : 1);

    private static List<string> Lines(string text, float[] costs, int[] elements, int width)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var (end, fallback, used) = (-1, -1, 0);
            for (var i = start; i <= text.Length; i++)
            {
                if (i > start && (i == text.Length || !float.IsPositiveInfinity(costs[i])) && Width(text[start..i].TrimEnd()) <= width)
                {
                    end = i;
                }

                if (i > start && (i == text.Length || Array.BinarySearch(elements, i) >= 0) && Width(text[start..i]) <= width)
                {
                    fallback = i;
                }

                used = i == text.Length ? used : used + 1;
                if (used > 3 * width)
                {
                    break;
                }
            }

            // A word that no line holds is cut between its letters.
            end = end > start ? end : fallback > start ? fallback : text.Length;
            lines.Add(text[start..end].Trim());
            start = end;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
        }

        return lines;
    }
}
