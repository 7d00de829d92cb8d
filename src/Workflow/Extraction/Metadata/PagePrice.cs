using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>The price of what a page offers, as the page writes it for people.</summary>
internal static partial class PagePrice
{
    // The longer signs first: "CA$" holds "$".
    private static readonly (string Sign, string Code)[] Signs =
    [
        ("US$", "USD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("A$", "AUD"), ("R$", "BRL"), ("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("₩", "KRW"), ("₪", "ILS"), ("₺", "TRY"), ("₽", "RUB"), ("руб", "RUB"), ("฿", "THB"), ("₴", "UAH"), ("₫", "VND"), ("₦", "NGN"), ("円", "JPY"), ("元", "CNY"), ("zł", "PLN"), ("Kč", "CZK"), ("Ft", "HUF"), ("ر.س", "SAR"), ("ريال", "SAR"), ("د.إ", "AED"), ("درهم", "AED"), ("ج.م", "EGP"), ("שח", "ILS"), ("ש״ח", "ILS"),
    ];

    private const string Currencies = @"(?:US\$|CA\$|A\$|NZ\$|HK\$|R\$|[$€£¥₹₩₪₺₽฿₴₫₦]|円|元|USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|ILS|AED|SAR|EGP|kr\.?|zł|Kč|Ft|ر\.س|د\.إ|ج\.م|ش\.ج|ريالاً|ريالًا|ريال|درهماً|درهم|جنيهاً|جنيه|ديناراً|دينار|שח|ש״ח|руб\.?)";

    /// <summary>A price as the page itself spells it, or as its language does; null for nothing to pay.</summary>
    /// <param name="document">The page.</param>
    /// <param name="number">The amount.</param>
    /// <param name="currency">ISO 4217 code; empty where unknown.</param>
    /// <param name="shown">The content's text, in which the price's own spelling is looked for first.</param>
    /// <param name="language">The page's language: it decides the spelling where the page shows none.</param>
    public static string? Spell(IHtmlDocument document, decimal number, string currency, string shown, string language)
    {
        var body = Words.Tidy(document.Body?.TextContent);
        foreach (var text in (ReadOnlySpan<string>)[shown, body])
        {
            foreach (var match in Price().EnumerateMatches(text))
            {
                var written = text.AsSpan(match.Index, match.Length);
                if (TryNumber(string.Concat(Digits().Match(written.ToString()).Value), out var there) && there == number)
                {
                    return Words.Tidy(written.ToString());
                }
            }
        }

        return number == 0 ? null : Format(number, currency.Trim().ToUpperInvariant(), language);
    }

    private static string Format(decimal number, string currency, string language)
    {
        var culture = Culture(language);
        var whole = number == decimal.Truncate(number) && (number >= 1_000 || currency is "JPY" or "KRW" or "HUF" or "VND" or "CLP");
        var value = number.ToString(whole ? "N0" : "N2", culture);
        var symbol = currency switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" or "CNY" => "¥",
            "INR" => "₹",
            "KRW" => "₩",
            "ILS" => "₪",
            "CAD" => "CA$",
            "AUD" => "A$",
            "" => "",
            _ => currency,
        };
        return symbol.Length == 0 ? value
            : culture.NumberFormat.CurrencyPositivePattern is 1 or 3 ? $"{value} {symbol}"
            : symbol.Length > 1 && char.IsLetter(symbol[^1]) ? $"{symbol} {value}"
            : symbol + value;
    }

    private static CultureInfo Culture(string language)
    {
        try
        {
            var culture = language.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);

            // Pages in Arabic and Persian write prices with either set of digits; those of the structured data are the ones that are known.
            return culture.TextInfo.IsRightToLeft ? CultureInfo.InvariantCulture : culture;
        }
        catch (CultureNotFoundException)
        {
            // The tag is the page's own and may be nonsense; then numbers are written plainly.
            return CultureInfo.InvariantCulture;
        }
    }

    /// <summary>The first number of a text, whichever marks it uses; null for none.</summary>
    public static decimal? Number(string text) => TryNumber(text, out var number) ? number : null;

    /// <summary>The currency that a written price surely is in; empty where its sign is that of several.</summary>
    public static string CurrencyOf(string written, string language)
    {
        foreach (var (sign, code) in Signs)
        {
            if (written.Contains(sign, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return written.Contains('$', StringComparison.Ordinal) && language is "en-US" ? "USD"
            : written.Contains('¥', StringComparison.Ordinal) ? language.StartsWith("ja", StringComparison.Ordinal) ? "JPY" : language.StartsWith("zh", StringComparison.Ordinal) ? "CNY" : ""
            : Iso().Match(written).Value;
    }

    // "1,234.50", "1.234,50", "1 234,50", "24", "24.-": the last separator with two digits after it is the decimal one.
    private static bool TryNumber(string text, out decimal number)
    {
        var digits = Digits().Match(text).Value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var mark = digits.LastIndexOfAny(['.', ',']);
        if (mark >= 0)
        {
            var isDecimal = digits.Length - mark - 1 != 3 || digits[..mark].IndexOfAny(['.', ',']) >= 0 && digits[mark] != digits[digits.IndexOfAny(['.', ','])];
            var head = digits[..mark].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            digits = isDecimal ? head + "." + digits[(mark + 1)..] : head + digits[(mark + 1)..];
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The price that the page shows: without any markup for machines, that of an element that is named a price and holds hardly more than one; null for none.</summary>
    public static string? Shown(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop=price], [class*=price i], [id*=price i]").Take(2_000))
        {
            var text = ShortText.Of(element, 60);
            if (text.Length <= 40 && !Struck().IsMatch($"{element.ClassName} {element.Id}") && element.LocalName is not ("del" or "s" or "strike") && element.Closest("del, s, nav, footer, aside") is null && Price().Match(text) is { Success: true } match)
            {
                return Words.Tidy(match.Value);
            }
        }

        return null;
    }

    // Bounded, so that a page of nothing but digits costs no more than its length.
    [GeneratedRegex($@"(?<![\w.,])(?:{Currencies}\s?\d[\d.,'’\u00A0\u202F ]{{0,30}}\d(?:\.-)?|{Currencies}\s?\d|\d[\d.,'’\u00A0\u202F ]{{0,30}}\d?\s?{Currencies}(?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Price();

    [GeneratedRegex(@"\b(USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|ILS|AED|SAR|EGP)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\d[\d.,'’\u00A0\u202F ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("old|was|before|regular|strike|compare|crossed|original", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Struck();
}
