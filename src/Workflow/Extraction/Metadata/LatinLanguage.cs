using System.Collections.Frozen;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>Tells languages of Latin script apart by their commonest small words.</summary>
internal static class LatinLanguage
{
    private const int LeastWords = 3;
    private const int SureWords = 25;

    private static readonly (string Language, FrozenSet<string> Words)[] Common =
    [
        ("en", Set("the and of to is it in we you your our for with from are that this not until very have has be at by")),
        ("de", Set("der die das und ist nicht ein eine einen mit für von auf wir sie ihr dem den im zu auch wird sind aus bei")),
        ("fr", Set("le la les des et est un une du pour dans avec vous nous votre notre qui que sur pas au aux ce cette sont")),
        ("es", Set("el los las y es un una del para con por que su sus nuestro nuestra en se no más como al son está")),
        ("it", Set("il lo gli della dei delle e è un una per con che di non del nel nella si sono più anche dal alla")),
        ("pt", Set("o os as e é um uma da do das dos para com que não em seu sua mais por no na são está ao")),
        ("nl", Set("de het een en van is niet met voor op wij je jouw ons onze dat zijn ook bij uit naar aan te")),
        ("sv", Set("och att det är som en ett för av på med inte vi du din vår har från till kan den de om")),
        ("da", Set("og at det er som en et for af på med ikke vi du din vores har fra til kan den de om")),
        ("pl", Set("i w na z do nie się jest to że po od za oraz dla jak są przez lub twój nasz ale")),
    ];

    /// <summary>The language whose words are the most; empty where too few are known, or two languages come close.</summary>
    public static string Find(string text)
    {
        var counts = Count(text);
        return counts[0].Count >= LeastWords && counts[0].Count > 1.3 * counts[1].Count ? counts[0].Language : "";
    }

    /// <summary>The language that a text surely is in, where that is not the one that its page claims: templates come with <c>lang="en"</c>; null for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="claimed">The claimed language's letters.</param>
    public static string? Instead(string text, string claimed)
    {
        var counts = Count(text);
        var (language, count) = counts[0];
        var own = counts.Find(entry => entry.Language == (claimed is "nb" or "nn" or "no" ? "da" : claimed));
        return own.Language is not null && language != own.Language && count >= SureWords && count > 3 * own.Count && count > 1.3 * counts[1].Count ? language : null;
    }

    private static List<(string Language, int Count)> Count(string text)
    {
        var head = text.Length > 4_000 ? text[..4_000] : text;
        var words = head.ToLowerInvariant().Split([.. " \n\t,.;:!?()\"“”„«»"], StringSplitOptions.RemoveEmptyEntries);
        return [.. Common.Select(entry => (entry.Language, Count: words.Count(entry.Words.Contains))).OrderByDescending(entry => entry.Count)];
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
