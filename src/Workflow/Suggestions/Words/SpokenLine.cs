using System.Text.RegularExpressions;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>Makes a sentence of a page fit to be said and shown by itself, or finds that it is not.</summary>
internal static partial class SpokenLine
{
    private const double Fewest = 3;
    private const double FewestOfPlain = 4;
    private const double FewestOfFragment = 4;
    private const double ShortestClause = 6;
    private const int MostBrackets = 1;

    private static readonly (char Open, char Close)[] Pairs = [('(', ')'), ('[', ']'), ('（', '）'), ('「', '」'), ('『', '』'), ('《', '》'), ('«', '»')];

    /// <summary>The longest that a line is said, in seconds: longer than two pictures are seen nobody listens.</summary>
    public const double Longest = 8.5;

    /// <summary>The line; null where the sentence is a fragment, page talk, or too long and without a clause to stop at.</summary>
    public static string? Of(string sentence, string language)
    {
        var line = Clean(sentence);
        if (SpokenTime.Seconds(line) > Longest)
        {
            line = Clauses.First(line, language, ShortestClause, static t => SpokenTime.Seconds(t) <= Longest) ?? "";
        }

        // Three words are a line where they speak to somebody: "The internet can." says nothing.
        var fewest = TextMeasures.Benefit(line) > 0 || line.AsSpan().ContainsAnyExceptInRange('\0', '\u024F') ? Fewest : FewestOfPlain;
        return Terms.Count(line) >= fewest && IsSound(line) && !PageTalk.Is(line) && !Fragments.Is(line) ? line : null;
    }

    /// <summary>
    /// Whether a line that does not end as sentences do still says something by itself: "42 artists on three stages". Others
    /// are headings, labels and captions.
    /// </summary>
    public static bool SaysSomething(string line) =>
        Sentences.IsWhole(line) || (Terms.Count(line) >= FewestOfFragment && !line.AsSpan().ContainsAny('—', '|') && TextMeasures.Numbers(line) + TextMeasures.Proof(line) + TextMeasures.Benefit(line) > 0);

    /// <summary>Without list marks, references, loose quotation marks and spaces before a comma or full stop.</summary>
    public static string Clean(string sentence)
    {
        var line = References().Replace(sentence, "");
        line = LooseSpaces().Replace(line, "$1");
        line = ListMarks().Replace(line, "");
        return WithoutLooseBrackets(WithoutLooseQuotes(Terms.Tidy(line)));
    }

    // Begins as sentences do, has its marks in pairs, is made of words, and does not announce what comes after it.
    private static bool IsSound(string line)
    {
        var (letters, upper, brackets, digits) = (0, 0, 0, 0);
        foreach (var c in line)
        {
            letters += char.IsLetter(c) || char.IsSurrogate(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            brackets += c is '(' or '（' or '[' ? 1 : 0;
        }

        var first = line.FirstOrDefault(char.IsLetterOrDigit);
        var second = line.SkipWhile(c => !char.IsLetterOrDigit(c)).Skip(1).FirstOrDefault();
        var begins = !char.IsLower(first) || char.IsUpper(second);
        return begins && letters * 2 > line.Length && upper * 5 < Math.Max(16, letters * 3) && brackets <= MostBrackets && digits * 2 < Math.Max(12, letters) &&
            Balanced(line) && line[^1] is not (':' or '：' or ',' or '،' or ';' or '-' or '–' or '→' or '…') && !line.EndsWith("...", StringComparison.Ordinal) &&
            !Bracketed().IsMatch(line) && !Addresses().IsMatch(line);
    }

    // Both ways of turning a pair are in use: „so“ and “so”, «so» and »so«.
    private static bool Balanced(string line) =>
        line.Count(static c => c == '"') % 2 == 0 && line.Count(static c => c is '“' or '”' or '„') % 2 == 0 &&
        Pairs.All(pair => line.Count(c => c == pair.Open) == line.Count(c => c == pair.Close));

    // A quotation's first sentence has its opening mark alone, the last one its closing mark.
    private static string WithoutLooseQuotes(string text)
    {
        // The same mark closes in German what it opens in English.
        var quotes = text.Contains('„', StringComparison.Ordinal) ? ('„', '“') : ('“', '”');
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[quotes, ('«', '»'), ('「', '」'), ('『', '』')])
        {
            if (text.Contains(open, StringComparison.Ordinal) != text.Contains(close, StringComparison.Ordinal))
            {
                text = text.Trim(open).Trim(close);
            }
        }

        return text.Count(static c => c == '"') == 1 ? text.Trim('"') : text;
    }

    private static string WithoutLooseBrackets(string text)
    {
        var (open, close) = (text.Count(static c => c == '('), text.Count(static c => c == ')'));
        return open == close + 1 && text.StartsWith('(') ? text[1..] : close == open + 1 && text.EndsWith(')') ? text[..^1] : text;
    }

    [GeneratedRegex(@"\s?\[(\d{1,3}|[a-z]|edit|citation needed)\]|(?<=\p{L})\s?\(\d{1,2}\)(?=[.!?]?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex References();

    [GeneratedRegex(@"\s+([,.](?!\d|\.))", RegexOptions.CultureInvariant)]
    private static partial Regex LooseSpaces();

    [GeneratedRegex(@"^\s*([-–—•·*►▶▪■●○◆→»>|✓✔☑★]+\s*|\(?\d{1,2}[.)]\s*-?\s+|\d{1,2}[-–]\s+|[a-z]\)\s+)(?=[\p{L}\p{N}""'“„«(¿¡「])", RegexOptions.CultureInvariant)]
    private static partial Regex ListMarks();

    [GeneratedRegex(@"^\s*[(\[（【][^)\]）】]*[)\]）】]\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"https?:|www\.|\S@\S|\w/\w+/|[#@]\w|\\|[{}<>|=_~^]|\.(html?|pdf|jpe?g|png|zip)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
