using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Products;

/// <summary>What a page shows of its product to people, where it tells machines nothing.</summary>
internal static partial class ShownFacts
{
    private const int MaxFeatures = 20;

    /// <summary>The rating in the words near a name of rating, such as <c>4.6 out of 5 (128 reviews)</c>; null for none.</summary>
    public static ProductRating? Rating(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[class*=rating i], [class*=review i], [class*=stars i], [id*=rating i], [aria-label]").Take(300))
        {
            foreach (var text in (string?[])[element.GetAttribute("aria-label"), ShortText.Of(element, 200)])
            {
                if (text is { Length: > 0 and <= 200 } && OutOf().Match(text) is { Success: true } match && PagePrice.Number(match.Groups["value"].Value) is { } value && PagePrice.Number(match.Groups["best"].Value) is { } best && best is 5 or 10 or 100 && value <= best)
                {
                    return new(value, best, Count(text) ?? Count(ShortText.Of(element.ParentElement ?? element, 200)), FactSource.Page);
                }
            }
        }

        return null;
    }

    /// <summary>Whether the product can be had, as an element named for it says; null for unknown.</summary>
    public static string? Availability(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[class*=stock i], [class*=availab i], [id*=stock i], [id*=availab i], button, [class*=sold i]").Take(300))
        {
            var text = ShortText.Of(element, 60);
            if (text.Length is 0 or > 50)
            {
                continue;
            }

            if (Gone().IsMatch(text))
            {
                return "OutOfStock";
            }

            if (Ahead().IsMatch(text))
            {
                return "PreOrder";
            }

            if (There().IsMatch(text))
            {
                return "InStock";
            }
        }

        return null;
    }

    /// <summary>The items of the list that tells what the product has: one under a heading that says so, or one named so.</summary>
    public static IReadOnlyList<string> Features(IHtmlDocument document)
    {
        foreach (var list in document.QuerySelectorAll("ul, dl, ol").Where(IsOfFeatures).Take(20))
        {
            var items = list.Children.Where(child => child.LocalName is "li" or "dd").Take(MaxFeatures).Select(child => ShortText.Of(child, 200)).Where(text => text.Length is > 3 and < 200).Distinct().ToList();
            if (items.Count >= 2)
            {
                return items;
            }
        }

        return [];
    }

    private static bool IsOfFeatures(IElement list)
    {
        if (list.Closest("nav, footer, header, aside") is not null)
        {
            return false;
        }

        if (FeatureName().IsMatch($" {list.ClassName} {list.Id} {list.ParentElement?.ClassName} {list.ParentElement?.Id} "))
        {
            return true;
        }

        var before = list.PreviousElementSibling;
        for (var i = 0; i < 2 && before is not null; i++, before = before.PreviousElementSibling)
        {
            if (before.LocalName is "h2" or "h3" or "h4" or "h5")
            {
                return FeatureHeading().IsMatch(ShortText.Of(before, 80));
            }
        }

        return false;
    }

    private static int? Count(string text) =>
        Reviews().Match(text) is { Success: true } match && int.TryParse(string.Concat(match.Groups["count"].Value.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    [GeneratedRegex(@"(?<value>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:out )?of|/|von|sur|de|su|av|z|из|van)\s*(?<best>5|10|100)(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutOf();

    [GeneratedRegex(@"(?<count>\d{1,3}(?:[.,  ]\d{3})*|\d+)\s*(?:customer |verified |global )?(?:reviews?|ratings?|votes?|bewertungen|rezensionen|avis|évaluations|opiniones|valoraciones|recensioni|beoordelingen|avaliações|отзыв|レビュー|件|条评论)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reviews();

    [GeneratedRegex(@"\b(sold out|out of stock|currently unavailable|ausverkauft|nicht (auf lager|verfügbar|lieferbar)|épuisé|rupture de stock|agotado|esaurito|uitverkocht|slutsåld|esgotado)|нет в наличии|売り切れ|在庫なし|品切れ|售罄|缺货|نفد|אזל", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gone();

    [GeneratedRegex(@"\b(pre-?order|vorbestell|précommande|reservar? por adelantado|prenota ora)|予約受付", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(in stock|available now|ready to ship|auf lager|sofort (lieferbar|verfügbar)|en stock|disponible|disponibile|op voorraad|i lager|em estoque)|в наличии|在庫あり|有货|متوفر|במלאי", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex There();

    [GeneratedRegex(@"[\s_-](features?|highlights|feature-?list|feature-?bullets|specs?|specifications|benefits|product-?details|amenities|ingredients)[\s_-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"^\W*(key |main |product |top )?(features?|highlights|specifications|specs|benefits|details|what(['’]s| is) (included|inside|in the box)|why you('|’)ll love|amenities|ausstattung|eigenschaften|merkmale|vorteile|das ist drin|caractéristiques|avantages|características|ventajas|caratteristiche|kenmerken|egenskaper|特長|特徴|仕様|产品特点|المميزات|المواصفات|מאפיינים)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeatureHeading();
}
