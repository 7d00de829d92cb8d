namespace Gpu.Workflow.Wording;

/// <summary>Cuts paragraphs into sentences, in scripts with and without spaces.</summary>
internal static class Sentences
{
    private const string Closing = "\"'”“’»›)]』」）】";

    // Words after which a full stop does not end a sentence; single letters are treated alike ("J. Smith", "e.g.").
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "vs", "etc", "approx", "inc", "ltd", "co", "corp", "jr", "sr", "fig", "vol", "ca", "bzw", "usw", "ggf", "evtl",
        "inkl", "abb", "av", "art", "env", "núm", "pág", "tel", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez",
    };

    /// <summary>The sentences of a paragraph in order, each trimmed, with its end mark; the last may have none.</summary>
    public static List<string> Split(string paragraph)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (!IsEnd(paragraph[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < paragraph.Length && (IsEnd(paragraph[end]) || Closing.Contains(paragraph[end], StringComparison.Ordinal)))
            {
                end++;
            }

            if (Ends(paragraph, i, end))
            {
                Add(paragraph[start..end]);
                start = end;
            }

            i = end - 1;
        }

        Add(paragraph[start..]);
        return sentences;

        void Add(string text)
        {
            if (text.Trim() is { Length: > 0 } sentence)
            {
                sentences.Add(sentence);
            }
        }
    }

    /// <summary>Whether a text ends as a sentence does.</summary>
    public static bool IsWhole(string text)
    {
        var end = text.AsSpan().TrimEnd(Closing);
        return end.Length > 0 && IsEnd(end[^1]);
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' || IsWideEnd(c);

    // After these no space follows.
    private static bool IsWideEnd(char c) => c is '。' or '！' or '？' or '．' or '؟' or '۔' or '।';

    private static bool Ends(string text, int mark, int end)
    {
        if (end == text.Length || IsWideEnd(text[mark]))
        {
            return true;
        }

        // "12.90", "example.com"
        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next == text.Length || (!char.IsLower(text[next]) && (text[mark] != '.' || end - mark > 1 || !IsAbbreviation(text, mark)));
    }

    private static bool IsAbbreviation(string text, int mark)
    {
        var start = mark;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text[start..mark];
        return (word.Length == 1 && !Terms.IsIdeographic(new System.Text.Rune(word[0]))) || Abbreviations.Contains(word);
    }
}
