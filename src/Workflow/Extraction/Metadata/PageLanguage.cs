using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>The language of a page and the direction of its script.</summary>
internal static partial class PageLanguage
{
    private static readonly string[] RightToLeft = ["ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "dv", "ug", "ckb", "arc", "syr"];

    /// <summary>Reads the language as a BCP 47 tag; what the text is written in goes before what the page claims.</summary>
    public static string Read(IHtmlDocument document, MetaTags meta, StructuredData data, string text)
    {
        string?[] claims =
        [
            document.DocumentElement?.GetAttribute("lang"), document.DocumentElement?.GetAttribute("xml:lang"), document.Body?.GetAttribute("lang"),
            meta.First("og:locale"), HttpEquiv(document), data.Text("inLanguage"),
        ];
        var claimed = claims.Select(Tag).FirstOrDefault(tag => tag.Length > 0) ?? "";
        var seen = ByScript(text);
        return seen.Length > 0 && !Fits(claimed, seen) ? seen
            : claimed.Length == 0 ? LatinLanguage.Find(text)
            : seen.Length == 0 && LatinLanguage.Instead(text, LanguageTag.First(claimed)) is { } other ? other
            : claimed;
    }

    /// <summary>Whether a text runs from right to left, by its letters, or by its language where it has none.</summary>
    public static bool IsRightToLeft(string language, string text)
    {
        int right = 0, left = 0;
        foreach (var c in text)
        {
            right += c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') ? 1 : 0;
            left += char.IsAsciiLetter(c) || c is (>= '\u00C0' and <= '\u052F') || Words.IsCjk(c) ? 1 : 0;
        }

        return right + left > 0 ? right > left : Array.IndexOf(RightToLeft, LanguageTag.First(language)) >= 0;
    }

    private static string? HttpEquiv(IHtmlDocument document) =>
        document.QuerySelectorAll("meta[http-equiv]").FirstOrDefault(m => string.Equals(m.GetAttribute("http-equiv"), "content-language", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");

    private static string Tag(string? claim)
    {
        var match = Bcp47().Match(claim ?? "");
        if (!match.Success)
        {
            return "";
        }

        var parts = match.Value.Replace('_', '-').Split('-');
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
        {
            parts[i] = parts[i].Length switch
            {
                2 => parts[i].ToUpperInvariant(),
                4 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(parts[i].ToLowerInvariant()),
                _ => parts[i].ToLowerInvariant(),
            };
        }

        return string.Join('-', parts);
    }

    // The language that a script alone proves; empty for Latin, which many share.
    private static string ByScript(string text)
    {
        int kana = 0, han = 0, hangul = 0, arabic = 0, hebrew = 0, cyrillic = 0, greek = 0, thai = 0, devanagari = 0, latin = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                case >= '\u0600' and <= '\u06FF': arabic++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0400' and <= '\u04FF': cyrillic++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
                default: latin += char.IsLetter(c) ? 1 : 0; break;
            }
        }

        // A character of these scripts weighs more than a Latin letter, and pages in them carry Latin names.
        (int Weight, string Language)[] scripts =
        [
            (3 * (kana > 0 && kana * 12 > han ? kana + han : 0), "ja"), (3 * (kana * 12 > han ? 0 : han), "zh"), (2 * hangul, "ko"), (arabic, "ar"), (hebrew, "he"), (cyrillic, "ru"), (greek, "el"), (thai, "th"), (devanagari, "hi"),
        ];
        var best = scripts.MaxBy(script => script.Weight);
        return best.Weight > latin && best.Weight > 10 ? best.Language : "";
    }

    private static bool Fits(string claimed, string seen)
    {
        var primary = LanguageTag.First(claimed);
        return primary == seen || seen switch
        {
            "ar" => primary is "fa" or "ur" or "ps" or "ug" or "ckb" or "sd" or "ks",
            "he" => primary is "iw" or "yi",
            "ru" => primary is "uk" or "be" or "bg" or "mk" or "sr" or "kk" or "ky" or "mn" or "tg" or "tt",
            "zh" => primary is "yue" or "wuu" or "nan" or "lzh",
            "hi" => primary is "mr" or "ne" or "sa" or "kok",
            _ => false,
        };
    }

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Bcp47();
}
