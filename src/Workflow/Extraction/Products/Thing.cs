using System.Globalization;
using System.Text.Json;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Products;

/// <summary>What a thing of schema.org's vocabulary says of an offer, whichever markup it was read from.</summary>
/// <param name="Json">The thing.</param>
/// <param name="Source">Where it was read.</param>
internal readonly record struct Thing(JsonElement Json, FactSource Source)
{
    private static readonly string[] Products =
    [
        "Product", "ProductGroup", "IndividualProduct", "ProductModel", "SomeProducts", "Vehicle", "Car", "Book", "SoftwareApplication", "MobileApplication", "WebApplication", "VideoGame", "Hotel", "LodgingBusiness", "BedAndBreakfast", "Resort", "Course", "Service",
    ];

    /// <summary>Whether it is something to buy: of such a type, or with offers.</summary>
    public bool IsProduct => StructuredData.TypesOf(Json).Any(Products.Contains) || Json.TryGetProperty("offers", out _) || Json.TryGetProperty("makesOffer", out _);

    /// <summary>A property as text; null for none.</summary>
    public string? Text(string name) => JsonText.Property(Json, name) is { } text && JsonText.Plain(text) is { Length: > 0 } plain ? plain : null;

    /// <summary>The mean of the ratings; null for none.</summary>
    public ProductRating? Rating()
    {
        if (!Json.TryGetProperty("aggregateRating", out var given) || First(given) is not { } rating || PagePrice.Number(JsonText.Property(rating, "ratingValue") ?? "") is not { } value)
        {
            return null;
        }

        var best = PagePrice.Number(JsonText.Property(rating, "bestRating") ?? "") ?? (value > 5 ? value > 10 ? 100 : 10 : 5);
        var count = PagePrice.Number(JsonText.Property(rating, "ratingCount") ?? JsonText.Property(rating, "reviewCount") ?? "");
        return value >= 0 && value <= best && count is null or >= 0 and < int.MaxValue ? new(value, best, (int?)count, Source) : null;
    }

    /// <summary>All offers with a price, those of groups of offers included.</summary>
    public IEnumerable<ProductOffer> Offers()
    {
        var source = Source;
        var given = Json.TryGetProperty("offers", out var offers) || Json.TryGetProperty("makesOffer", out offers) ? Flatten(offers, 0) : [];
        return given.Select(offer => Offer(offer, source)).OfType<ProductOffer>();
    }

    /// <summary>Whether it can be had, as the thing or its offers say; null for unknown.</summary>
    public string? Availability()
    {
        if (!Json.TryGetProperty("offers", out var offers))
        {
            return null;
        }

        var all = Flatten(offers, 0).Select(AvailabilityOf).Where(name => name.Length > 0).ToList();
        return all.Find(name => name == "InStock") ?? all.FirstOrDefault();
    }

    /// <summary>What it has and does.</summary>
    public IEnumerable<string> Features()
    {
        foreach (var name in (string[])["featureList", "positiveNotes", "amenityFeature", "additionalProperty", "material", "award", "awards"])
        {
            if (!Json.TryGetProperty(name, out var value))
            {
                continue;
            }

            foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            {
                if (Feature(item) is { Length: > 1 and <= 200 } text)
                {
                    yield return text;
                }
            }
        }
    }

    private static string? Feature(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return JsonText.Of(item);
        }

        if (item.TryGetProperty("itemListElement", out var list))
        {
            return JsonText.Of(list);
        }

        var (name, value) = (JsonText.Property(item, "name"), JsonText.Property(item, "value"));
        return name is null || value is null || item.TryGetProperty("value", out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False || value.Equals("true", StringComparison.OrdinalIgnoreCase) ? name : $"{name}: {value}";
    }

    private static ProductOffer? Offer(JsonElement offer, FactSource source)
    {
        var specification = offer.TryGetProperty("priceSpecification", out var inner) ? First(inner) ?? default : default;
        var amount = JsonText.Property(offer, "price") ?? JsonText.Property(offer, "lowPrice") ?? JsonText.Property(specification, "price");
        var currency = (JsonText.Property(offer, "priceCurrency") ?? JsonText.Property(specification, "priceCurrency") ?? "").Trim().ToUpper(CultureInfo.InvariantCulture);
        return PagePrice.Number(amount ?? "") is { } number && number >= 0
            ? new(JsonText.Property(offer, "name") ?? "", number, currency.Length == 3 ? currency : "", AvailabilityOf(offer), source)
            : null;
    }

    private static string AvailabilityOf(JsonElement offer)
    {
        var text = JsonText.Property(offer, "availability") ?? "";
        var name = text[(text.LastIndexOf('/') + 1)..];
        return name.Length <= 40 && name.All(char.IsAsciiLetter) ? name : "";
    }

    private static JsonElement? First(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value,
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => (JsonElement?)item).FirstOrDefault(),
        _ => null,
    };

    // An AggregateOffer may hold offers, and has a lowest price of its own where it holds none.
    private static IEnumerable<JsonElement> Flatten(JsonElement value, int depth)
    {
        const int MaxDepth = 6;
        const int MaxOffers = 200;
        return value.ValueKind switch
        {
            JsonValueKind.Array when depth < MaxDepth => value.EnumerateArray().Take(MaxOffers).SelectMany(item => Flatten(item, depth + 1)),
            JsonValueKind.Object when depth < MaxDepth && value.TryGetProperty("offers", out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object => Flatten(inner, depth + 1),
            JsonValueKind.Object => [value],
            _ => [],
        };
    }
}
