using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>The price of what a page offers, as the page writes it for people.</summary>
internal static partial class PagePrice
{
    private const string Currencies = @"(?:US\$|CA\$|A\$|NZ\$|HK\$|R\$|[$€£¥₹₩₪₺₽฿₴₫₦]|円|元|USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|ILS|AED|SAR|EGP|kr\.?|zł|Kč|Ft|ر\.س|د\.إ|ج\.م|ش\.ج|ريالاً|ريالًا|ريال|درهماً|درهم|جنيهاً|جنيه|ديناراً|دينار|שח|ש״ח|руб\.?)";

    /// <summary>Reads it; null where the page offers nothing at a price.</summary>
    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="data">Its structured data.</param>
    /// <param name="shown">The content's text, in which the price's own spelling is looked for.</param>
    /// <param name="language">The page's language: it decides the spelling where the page shows none.</param>
    public static string? Read(IHtmlDocument document, MetaTags meta, StructuredData data, string shown, string language)
    {
        if (Offer(data) is var (amount, currency) && amount.Length > 0)
        {
            return Spell(document, amount, currency, shown, language);
        }

        var tagged = meta.First("product:price:amount", "og:price:amount", "product:sale_price:amount");
        if (tagged is not null)
        {
            return Spell(document, tagged, meta.First("product:price:currency", "og:price:currency", "product:sale_price:currency") ?? "", shown, language);
        }

        if (document.QuerySelector("[itemprop=price], [itemprop=lowPrice]") is { } item)
        {
            var text = Words.Tidy(item.TextContent);
            if (Price().Match(text) is { Success: true } match)
            {
                return Words.Tidy(match.Value);
            }

            var unit = document.QuerySelector("[itemprop=priceCurrency]");
            return Spell(document, item.GetAttribute("content") ?? text, unit?.GetAttribute("content") ?? unit?.TextContent ?? "", shown, language);
        }

        return FromClass(document);
    }

    private static (string Amount, string Currency) Offer(StructuredData data)
    {
        foreach (var thing in data.SubjectsFound)
        {
            if (!thing.TryGetProperty("offers", out var offers) && !thing.TryGetProperty("makesOffer", out offers))
            {
                continue;
            }

            foreach (var offer in Flatten(offers))
            {
                var specification = offer.TryGetProperty("priceSpecification", out var inner) ? Flatten(inner).FirstOrDefault() : default;
                var amount = JsonText.Property(offer, "price") ?? JsonText.Property(offer, "lowPrice") ?? JsonText.Property(specification, "price");
                if (amount is { Length: > 0 })
                {
                    return (amount, JsonText.Property(offer, "priceCurrency") ?? JsonText.Property(specification, "priceCurrency") ?? "");
                }
            }
        }

        return ("", "");
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object),
        JsonValueKind.Object => value.TryGetProperty("price", out _) || value.TryGetProperty("lowPrice", out _) || !value.TryGetProperty("offers", out var inner) ? [value] : Flatten(inner),
        _ => [],
    };

    private static string? Spell(IHtmlDocument document, string amount, string currency, string shown, string language)
    {
        if (Price().Match(amount) is { Success: true } whole)
        {
            return Words.Tidy(whole.Value);
        }

        if (!TryNumber(amount, out var number) || number < 0)
        {
            return null;
        }

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

    // Without any markup for machines, an element that is named a price and holds hardly more than one.
    private static string? FromClass(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[class*=price i], [id*=price i]"))
        {
            var text = Words.Tidy(element.TextContent);
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

    [GeneratedRegex(@"\d[\d.,'’\u00A0\u202F ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("old|was|before|regular|strike|compare|crossed|original", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Struck();
}
