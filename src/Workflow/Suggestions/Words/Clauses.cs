using System.Collections.Frozen;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>Cuts a sentence where a clause ends that can stand by itself.</summary>
internal static class Clauses
{
    // After a comma, these begin another thought of the same weight; what stands before them is whole.
    private static readonly FrozenSet<string> Opposing = new[]
    {
        "but", "yet", "aber", "doch", "sondern", "mais", "pero", "sino", "mas", "porém", "ma", "però", "maar", "men", "ale", "lecz", "no", "но", "але", "αλλά", "mutta", "de", "dar", "însă", "ama", "fakat", "لكن", "ولكن", "אבל", "אך",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A sentence that begins with one of these says nothing until its main clause has come.
    private static readonly FrozenSet<string> Subordinating = new[]
    {
        "if", "when", "while", "although", "though", "because", "since", "as", "after", "before", "unless", "until", "whether", "whenever", "wherever", "once", "instead", "not", "neither", "either",
        "wenn", "weil", "obwohl", "als", "nachdem", "bevor", "während", "da", "falls", "sobald", "damit", "ob", "nicht", "weder", "entweder", "statt", "zwar",
        "si", "quand", "lorsque", "bien", "parce", "puisque", "comme", "après", "avant", "tant", "dès", "afin", "non", "ni",
        "cuando", "aunque", "porque", "como", "mientras", "después", "antes", "no", "se", "quando", "embora", "enquanto", "depois", "não",
        "sebbene", "perché", "poiché", "mentre", "dopo", "prima", "toen", "terwijl", "omdat", "hoewel", "nadat", "voordat", "när", "medan", "eftersom", "når", "mens", "fordi", "hvis",
        "gdy", "kiedy", "jeśli", "ponieważ", "chociaż", "nie", "když", "protože", "pokud", "если", "когда", "хотя", "потому", "не", "якщо", "коли",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] SubordinatingUnspaced = ["如果", "虽然", "因为", "当", "由于", "尽管", "只要", "只有", "不仅", "不但", "为", "随着", "在", "从", "雖然", "因為", "當"];

    /// <summary>The longest beginning of a sentence that ends with a clause and fits; null where there is none.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="language">The language's two letters.</param>
    /// <param name="shortest">The fewest words of the beginning.</param>
    /// <param name="fits">Whether it is short enough.</param>
    public static string? First(string sentence, string language, double shortest, Func<string, bool> fits)
    {
        // Japanese clauses that end before a comma are not whole: their verbs go on.
        if (language == "ja")
        {
            return null;
        }

        for (var i = sentence.Length - 1; i > 0; i--)
        {
            if (!Ends(sentence, i))
            {
                continue;
            }

            var clause = sentence[..i].TrimEnd(' ', ',', '-', '–', '—');
            if (Terms.Count(clause) < shortest)
            {
                return null;
            }

            var line = clause + (Terms.IsIdeographic(new System.Text.Rune(char.IsSurrogate(clause[^1]) ? 'x' : clause[^1])) ? "。" : ".");
            if (fits(line) && Terms.Count(sentence[i..]) >= 2 && !IsOpen(clause))
            {
                return line;
            }
        }

        return null;
    }

    private static bool Ends(string text, int i) => text[i] switch
    {
        ';' or '；' => true,
        '—' or '–' => i + 1 < text.Length && (text[i - 1] == ' ' || text[i] == '—') && !char.IsDigit(text[i - 1]) && IsLast(text, i),
        '，' => !IsLeading(text[..i]),
        ',' or '،' => Opposing.Contains(Word(text, i + 1)) && !Subordinating.Contains(Word(text, 0)),
        _ => false,
    };

    // A pair of dashes holds an aside; after the second one the sentence goes on.
    private static bool IsLast(string text, int i) => text.IndexOfAny(['—', '–'], i + 1) < 0 && text.LastIndexOfAny(['—', '–'], i - 1) < 0 && !Subordinating.Contains(Word(text, 0));

    private static bool IsLeading(string clause) => SubordinatingUnspaced.Any(s => clause.StartsWith(s, StringComparison.Ordinal)) || Terms.Count(clause) < 4;

    // A bracket or quotation that is closed only later.
    private static bool IsOpen(string clause) =>
        clause.Count(static c => c == '"') % 2 != 0 || clause.Count(static c => c is '“' or '”' or '„') % 2 != 0 ||
        clause.Count(static c => c is '(' or '（' or '[' or '「' or '《') != clause.Count(static c => c is ')' or '）' or ']' or '」' or '》');

    private static string Word(string text, int start)
    {
        while (start < text.Length && !char.IsLetter(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
