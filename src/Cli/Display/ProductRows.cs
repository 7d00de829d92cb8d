using System.Globalization;
using Gpu.Workflow.Extraction.Products;

namespace Gpu.Cli.Display;

/// <summary>What a page offers, in rows for people: each fact with where it was read.</summary>
internal static class ProductRows
{
    private const int Most = 8;

    public static IEnumerable<(string Name, string? Value)> Of(ProductFacts? product)
    {
        if (product is null)
        {
            yield break;
        }

        yield return ("Product", Told(product.Name));
        yield return ("Brand", Told(product.Brand));
        yield return ("Price", product.Price is { } price ? $"{price.Written}{(price.Currency.Length > 0 ? $" {price.Currency}" : "")} ({Name(price.Source)})" : null);
        yield return ("Availability", Told(product.Availability));
        yield return ("Rating", product.Rating is { } rating ? string.Create(CultureInfo.InvariantCulture, $"{rating.Value:0.##} of {rating.Best:0.##}{(rating.Count is { } count ? $", {count} ratings" : "")} ({Name(rating.Source)})") : null);
        foreach (var offer in product.Offers.Take(Most))
        {
            yield return ("Offer", string.Create(CultureInfo.InvariantCulture, $"{offer.Name} {offer.Amount:0.00} {offer.Currency} {offer.Availability}").Trim() + $" ({Name(offer.Source)})");
        }

        foreach (var feature in product.Features.Take(Most))
        {
            yield return ("Feature", Told(feature));
        }
    }

    private static string? Told(PageFact? fact) => fact is null ? null : $"{fact.Value} ({Name(fact.Source)})";

    private static string Name(FactSource source) => source switch
    {
        FactSource.JsonLd => "JSON-LD",
        FactSource.Microdata => "microdata",
        FactSource.Rdfa => "RDFa",
        FactSource.OpenGraph => "Open Graph",
        _ => "page",
    };
}
