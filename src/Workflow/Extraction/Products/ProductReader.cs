using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Products;

/// <summary>Reads what a page offers: each fact from JSON-LD, else microdata, else RDFa, else Open Graph, else what the page shows.</summary>
internal static class ProductReader
{
    private const int MaxOffers = 50;
    private const int MaxFeatures = 20;

    /// <summary>Reads; null where the page offers nothing.</summary>
    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="data">Its JSON-LD.</param>
    /// <param name="title">Its title, the last resort for a name.</param>
    /// <param name="text">Its text, in which the price's own spelling is looked for.</param>
    /// <param name="language">Its language: it decides the spelling where the page shows none.</param>
    public static ProductFacts? Read(IHtmlDocument document, MetaTags meta, StructuredData data, string title, string text, string language)
    {
        var things = Things(document, data).Where(thing => thing.IsProduct).ToList();
        var price = Price(document, meta, things, text, language);
        var isProduct = things.Exists(thing => thing.Json.TryGetProperty("offers", out _) || StructuredData.TypesOf(thing.Json).Any(type => type.Contains("Product", StringComparison.Ordinal)));
        var tagged = meta.First("og:type") is { } type && type.Contains("product", StringComparison.OrdinalIgnoreCase);
        if (price is null && !isProduct && !tagged)
        {
            return null;
        }

        // Offers of the first thing that has some: a page that marks the same product twice would else sell it twice.
        var offers = things.Select(thing => thing.Offers().Distinct().Take(MaxOffers).ToList()).FirstOrDefault(list => list.Count > 0) ?? [];
        return new()
        {
            Name = First(things, thing => thing.Text("name")) ?? Fact(tagged || meta.First("product:price:amount") is not null ? meta.First("og:title") : null, FactSource.OpenGraph) ?? Fact(document.QuerySelector("h1") is { } heading ? ShortText.Of(heading, 200) : null, FactSource.Page) ?? Fact(title, FactSource.Page),
            Brand = First(things, thing => thing.Text("brand") ?? thing.Text("manufacturer")) ?? Fact(meta.First("product:brand", "og:brand"), FactSource.OpenGraph),
            Price = price,
            Availability = First(things, thing => thing.Availability()) ?? Fact(Stock(meta.First("product:availability", "og:availability")), FactSource.OpenGraph) ?? Fact(ShownFacts.Availability(document), FactSource.Page),
            Rating = things.Select(thing => thing.Rating()).FirstOrDefault(rating => rating is not null) ?? ShownFacts.Rating(document),
            Offers = offers.Count > 1 || offers is [{ Name.Length: > 0 }] ? offers : [],
            Features = Features(document, things),
        };
    }

    private static IEnumerable<Thing> Things(IHtmlDocument document, StructuredData data) =>
        data.SubjectsFound.Select(thing => new Thing(thing, FactSource.JsonLd))
            .Concat(MarkedThings.Microdata(document).Select(thing => new Thing(thing, FactSource.Microdata)))
            .Concat(MarkedThings.Rdfa(document).Select(thing => new Thing(thing, FactSource.Rdfa)));

    private static ProductPrice? Price(IHtmlDocument document, MetaTags meta, List<Thing> things, string text, string language)
    {
        foreach (var thing in things)
        {
            if (thing.Offers().FirstOrDefault() is { } offer && PagePrice.Spell(document, offer.Amount, offer.Currency, text, language) is { } written)
            {
                return new(written, offer.Amount, offer.Currency, thing.Source);
            }
        }

        if (meta.First("product:sale_price:amount", "product:price:amount", "og:price:amount") is { } tagged && PagePrice.Number(tagged) is { } amount && amount >= 0)
        {
            var currency = (meta.First("product:sale_price:currency", "product:price:currency", "og:price:currency") ?? "").Trim().ToUpperInvariant();
            if (PagePrice.Spell(document, amount, currency, text, language) is { } written)
            {
                return new(written, amount, currency.Length == 3 ? currency : "", FactSource.OpenGraph);
            }
        }

        return PagePrice.Shown(document) is { } shown ? new(shown, PagePrice.Number(shown), PagePrice.CurrencyOf(shown, language), FactSource.Page) : null;
    }

    private static List<PageFact> Features(IHtmlDocument document, List<Thing> things)
    {
        foreach (var thing in things)
        {
            var told = thing.Features().Distinct().Take(MaxFeatures).Select(text => new PageFact(text, thing.Source)).ToList();
            if (told.Count > 0)
            {
                return told;
            }
        }

        return [.. ShownFacts.Features(document).Select(text => new PageFact(text, FactSource.Page))];
    }

    private static PageFact? First(List<Thing> things, Func<Thing, string?> read) =>
        things.Select(thing => Fact(read(thing), thing.Source)).FirstOrDefault(fact => fact is not null);

    private static PageFact? Fact(string? value, FactSource source) => string.IsNullOrWhiteSpace(value) ? null : new(value, source);

    private static string? Stock(string? tag) => tag?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "instock" or "availablefororder" => "InStock",
        "oos" or "outofstock" => "OutOfStock",
        "preorder" => "PreOrder",
        "discontinued" => "Discontinued",
        "backorder" => "BackOrder",
        _ => null,
    };
}
