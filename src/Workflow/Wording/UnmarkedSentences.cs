using System.Text;

namespace Gpu.Workflow.Wording;

/// <summary>
/// Sentences of Thai and Lao, which mark no end: a space stands between clauses, and around figures and names. A piece between
/// two spaces that is as long as a sentence is one, unless the next goes on with it. .NET does not offer ICU's dictionaries.
/// </summary>
internal static class UnmarkedSentences
{
    // About five words and three.
    private const int Sentence = 26;
    private const int Least = 16;

    // Words that go on with the clause before: and, or, but, which, that, by, for, because, therefore, of, with, together.
    private static readonly string[] GoingOn =
    [
        "และ", "หรือ", "แต่", "ซึ่ง", "ที่", "โดย", "เพื่อ", "เพราะ", "จึง", "ของ", "ด้วย", "พร้อม", "รวมถึง", "ก็", "ว่า", "ตั้งแต่", "จนถึง", "เช่น",
        "ແລະ", "ຫຼື", "ແຕ່", "ເຊິ່ງ", "ທີ່", "ໂດຍ", "ເພື່ອ", "ເພາະ", "ຈຶ່ງ", "ຂອງ", "ພ້ອມ",
    ];

    /// <summary>Cuts a text that has no end marks inside; texts of other scripts stay as they are.</summary>
    public static IEnumerable<string> Split(string text)
    {
        // Counts are carried along: a page may be one paragraph with a space after every word.
        var (start, from, seen, left) = (0, 0, 0, Letters(text));
        while (text.IndexOf(' ', from) is >= 0 and var space)
        {
            var piece = Letters(text.AsSpan(from, space - from));
            (seen, left, from) = (seen + piece, left - piece, space + 1);
            if (space > 0 && from < text.Length && IsUnmarked(text[space - 1]) && IsUnmarked(text[from]) && seen >= Sentence && left >= Least &&
                !Array.Exists(GoingOn, word => text.AsSpan(from).StartsWith(word, StringComparison.Ordinal)))
            {
                yield return text[start..space];
                (start, seen) = (from, 0);
            }
        }

        yield return text[start..];
    }

    /// <summary>Whether a text that ends with a letter of these scripts is as long as a sentence.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text) => text.Length > 0 && IsUnmarked(text[^1]) && Letters(text) >= Least;

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += IsUnmarked(c) ? 1 : 0;
        }

        return letters;
    }

    private static bool IsUnmarked(char c) => c is >= '\u0E00' and <= '\u0EFF' && Terms.IsUnspaced(new Rune(c));
}
