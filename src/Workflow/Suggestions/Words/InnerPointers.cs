using System.Text.RegularExpressions;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>What inside of a line points at what was said before it, or at who writes: words, names without their first mention, labels.</summary>
internal static partial class InnerPointers
{
    /// <summary>Whether a line leans on what its page says before it, wherever in the line.</summary>
    /// <param name="text">A line.</param>
    /// <param name="language">The language's two letters.</param>
    public static bool Leans(string text, string language)
    {
        // What somebody says of himself is his to say.
        var quoted = text[0] is '“' or '„' or '«' or '"' or '「';
        return Label().IsMatch(text) || Surname().IsMatch(text) || language switch
        {
            "en" => English().IsMatch(text) || (!quoted && EnglishSelf().IsMatch(text)),
            "de" => German().IsMatch(text) || (!quoted && GermanSelf().IsMatch(text)) || (GermanPronoun().Match(text) is { Success: true } match && text.IndexOf(',', 0, match.Index) < 0),
            "fr" => French().IsMatch(text) || (!quoted && FrenchSelf().IsMatch(text)),
            "es" => Spanish().IsMatch(text),
            "it" => Italian().IsMatch(text),
            "pt" => Portuguese().IsMatch(text),
            "nl" => Dutch().IsMatch(text),
            "ar" => Arabic().IsMatch(text),
            _ => false,
        };
    }

    // "Wanderers: the five planets you can see."
    [GeneratedRegex(@"^(\p{L}[\p{L}'’-]*\s){0,2}\p{L}[\p{L}'’-]*:\s", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // Somebody who is called by his surname alone was called by all of his name before.
    [GeneratedRegex(@"^(Mr|Mrs|Ms|Herr|Frau|Monsieur|Madame|Mme|M\.|Señora?|Signora?|Sr\.|Sra\.)\.? \p{Lu}[\p{L}-]+ \p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Surname();

    [GeneratedRegex(@"\b(however|therefore|thus|likewise|in turn|as such|above-mentioned|aforementioned)\b|\b(of|like|than|on|in|by|for|at|with|from|about|all|call\w*|do|does|did|doing|made|makes?|finds?|found) (that|those|these)(?= \w+[.,;!]|[.,;!]|$)|\b(of|on|in|by|for|at|with|from|all) (those|these) \w+|\b(at|of|with|from|about|behind|into) (it|them)\b[^,]*$(?<=^[^,;]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\bI(?=[ '’])", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishSelf();

    [GeneratedRegex(@"\b(also|dabei|dagegen|jedoch|vielmehr|demnach|hingegen|ebenfalls|darüber|darauf|dennoch|allerdings|deshalb|dadurch|daher|somit|trotzdem|nämlich|hierfür|hierbei|das alles|das ganze|Besagte[rsnm]?|dies|diese[rnm]?|dieses|diesen|solche[rnms]?|(der|die) (Situation|Zustand))\b", RegexOptions.CultureInvariant)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(ich|mir|mich|meine[rnms]?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GermanSelf();

    [GeneratedRegex(@"(?<=\p{L} )(er|ihn|ihm|sie)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GermanPronoun();

    [GeneratedRegex(@"\b(cet|cette|ces|celui-ci|celle-ci|cependant|pourtant|néanmoins|également|ce dernier|cette dernière)\b|^[^,]{3,60}, (il|elle|ils|elles) (?!y |faut\b|est (temps|possible))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(je|j['’]ai|mon|ma)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FrenchSelf();

    [GeneratedRegex(@"\b(todo (esto|eso)|de (esos|estos|esas|estas)|sin embargo|por eso|dich[oa]s?|est[oe]s son|tampoco)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(tuttavia|quindi|tutto (questo|ciò)|di (questi|queste|quelli)|invece)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Italian();

    [GeneratedRegex(@"\b(no entanto|por isso|tudo isso|d(esses|estes|essas|estas)|contudo|porém)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Portuguese();

    [GeneratedRegex(@"\b(echter|daarom|daarbij|hiervoor|hiermee|van (die|deze)|dit alles)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dutch();

    // "We pick it": the object is a letter at the verb's end, and the first word has nothing before it that it could mean.
    [GeneratedRegex(@"^\W*ن\p{L}{2,6}(ها|هم|ه)\b|\b(لذلك|هؤلاء|تلك)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Arabic();
}
