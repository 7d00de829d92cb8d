using System.Collections.Frozen;

namespace Gpu.Workflow.Wording;

/// <summary>Cuts paragraphs into sentences, in scripts with and without spaces.</summary>
internal static class Sentences
{
    private const string Closing = "\"'”“’»›)]』」）】";

    // Words after which a full stop does not end a sentence; single letters are treated alike ("J. Smith", "e.g.").
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "mt", "gen", "col", "capt", "sgt", "rev", "gov", "sen", "vs", "approx", "inc", "ltd", "co", "corp", "jr", "sr", "dept", "ca", "bzw", "ggf", "evtl",
        "nr", "inkl", "exkl", "zzgl", "vgl", "sog", "geb", "hr", "frl", "dipl", "ing", "mio", "mrd", "env", "mme", "mlle", "sra", "srta", "dott", "sig", "dhr", "mevr", "bijv", "tzw", "zul", "vergl", "bspw", "erw", "ermäß", "abs", "str", "usw", "etw", "ev", "evt", "ul", "tys", "prof", "hab", "inż", "sz",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Those that belong to a number: without one after them they are words, as in "He said no."
    private static readonly FrozenSet<string> BeforeNumbers = new[]
    {
        "no", "nos", "fig", "vol", "abb", "art", "av", "bd", "tel", "pp", "núm", "pág", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // After a number with a full stop: "am 3. Mai", "den 2. juni".
    private static readonly FrozenSet<string> Months = new[]
    {
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "jänner", "marts", "maj", "mars", "desember", "december",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Before a number with a full stop that counts a noun: "nach dem 1. Weltkrieg", "den 3. plads".
    private static readonly FrozenSet<string> BeforeOrdinals = new[]
    {
        "der", "die", "das", "dem", "den", "des", "am", "im", "ins", "zum", "zur", "beim", "vom", "mein", "meine", "meinem", "sein", "seine", "seinem", "ihr", "ihre", "ihrem", "unser", "unsere",
        "unserem", "ein", "eine", "einem", "det", "de", "til", "fra",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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

            end = Emoji.After(paragraph, end);
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
                sentences.AddRange(UnmarkedSentences.Split(sentence));
            }
        }
    }

    /// <summary>Whether a text ends as a sentence does; of Thai and Lao, which mark no end, whether it is as long as one.</summary>
    public static bool IsWhole(string text)
    {
        var end = text.AsSpan(0, Emoji.Before(text, text.Length)).TrimEnd(Closing);
        return end.Length > 0 && (IsEnd(end[^1]) || UnmarkedSentences.IsWhole(end));
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' || IsWideEnd(c);

    // After these no space need follow: East Asia's, and those of Arabic, Urdu, Hindi, Armenian, Amharic, Khmer and Burmese.
    private static bool IsWideEnd(char c) => c is '。' or '！' or '？' or '．' or '｡' or '؟' or '۔' or '।' or '॥' or '։' or '።' or '។' or '။';

    private static bool Ends(string text, int mark, int end)
    {
        if (end == text.Length || IsWideEnd(text[mark]))
        {
            // A quotation goes on in its sentence: 「おいしい。」と言う。
            return end == text.Length || IsWideEnd(text[end - 1]) || text[end] is not ('と' or 'っ');
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

        return next == text.Length || (!char.IsLower(text[next]) && (text[mark] != '.' || end - mark > 1 || !GoesOn(text, mark, next)));
    }

    private static bool GoesOn(string text, int mark, int next)
    {
        var start = mark;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        var word = text[start..mark];
        if (word.Length is 1 or 2 && word.All(char.IsAsciiDigit))
        {
            return Months.Contains(FirstWord(text, next)) || (char.IsUpper(text[next]) && BeforeOrdinals.Contains(LastWord(text, start)));
        }

        // A time ends a sentence where a capital follows; "I" is a word.
        var time = word is "m" && start > 1 && text[start - 1] == '.' && (text[start - 2] is 'a' or 'p');
        var letter = word.Length == 1 && word != "I" && !time && char.IsLetter(word[0]) && !Terms.IsIdeographic(new System.Text.Rune(word[0]));
        return letter || Abbreviations.Contains(word) || (BeforeNumbers.Contains(word) && char.IsDigit(text[next]));
    }

    private static string LastWord(string text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static string FirstWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
