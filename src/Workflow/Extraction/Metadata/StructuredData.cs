using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>The JSON-LD of a page: its things, with what they are called, show and cost.</summary>
internal sealed class StructuredData
{
    private const int MaxThings = 2_000;

    // Ten times what the fullest pages of shops tell; reading copies it some ten times.
    private const int MaxLetters = 4 << 20;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    // What a page may be about, the most telling first. A thing whose type is not listed is not the page's subject.
    private static readonly string[] Subjects =
    [
        "Product", "ProductGroup", "IndividualProduct", "Vehicle", "Recipe", "Hotel", "LodgingBusiness", "BedAndBreakfast", "Resort", "Restaurant", "CafeOrCoffeeShop", "Bakery", "FoodEstablishment",
        "Event", "MusicEvent", "TheaterEvent", "SportsEvent", "Festival", "ExhibitionEvent", "EducationEvent", "BusinessEvent", "Course", "Book", "Movie", "Game", "VideoGame", "SoftwareApplication", "MobileApplication", "WebApplication",
        "NewsArticle", "Article", "BlogPosting", "TechArticle", "Report", "Service", "LocalBusiness", "Store", "TouristAttraction", "Museum", "NGO", "DonateAction", "FundingScheme", "Project", "Organization",
    ];

    private readonly List<JsonElement> _things = [];

    private StructuredData()
    {
    }

    /// <summary>The things that the page may be about, the most telling first.</summary>
    public IReadOnlyList<JsonElement> SubjectsFound { get; private set; } = [];

    /// <summary>Reads all JSON-LD of a page.</summary>
    public static StructuredData Read(IHtmlDocument document)
    {
        var data = new StructuredData();
        foreach (var script in document.QuerySelectorAll("script[type]"))
        {
            if (script.GetAttribute("type")!.Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) && script.TextContent is { Length: <= MaxLetters } json)
            {
                data.Add(json);
            }
        }

        data.SubjectsFound = [.. data._things
            .Select(thing => (Thing: thing, Rank: RankOf(thing)))
            .Where(pair => pair.Rank >= 0)
            .OrderBy(pair => pair.Rank)
            .Select(pair => pair.Thing)];
        return data;
    }

    /// <summary>All things of a type.</summary>
    public IEnumerable<JsonElement> OfType(params string[] types) => _things.Where(thing => TypesOf(thing).Any(types.Contains));

    /// <summary>The first text that the page's subjects give under one of some names.</summary>
    public string? Text(params string[] names)
    {
        foreach (var thing in SubjectsFound)
        {
            foreach (var name in names)
            {
                if (thing.TryGetProperty(name, out var value) && JsonText.Of(value) is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>The types of a thing, without the vocabulary's address.</summary>
    public static IEnumerable<string> TypesOf(JsonElement thing)
    {
        if (!thing.TryGetProperty("@type", out var type))
        {
            return [];
        }

        return JsonText.All(type).Select(name => name[(name.LastIndexOf('/') + 1)..]);
    }

    private static int RankOf(JsonElement thing)
    {
        var ranks = TypesOf(thing).Select(type => Array.IndexOf(Subjects, type)).Where(rank => rank >= 0);
        return ranks.DefaultIfEmpty(-1).Min();
    }

    private void Add(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(Unwrap(json), Lenient);
            Collect(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            // Pages often carry broken JSON-LD. It only adds to what the page shows, and the page is read without it.
        }
    }

    private static string Unwrap(string json)
    {
        var text = json.Trim();
        text = text.StartsWith("<!--", StringComparison.Ordinal) ? text[4..] : text;
        text = text.EndsWith("-->", StringComparison.Ordinal) ? text[..^3] : text;
        return text.Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("//]]>", "", StringComparison.Ordinal).Trim().TrimEnd(';');
    }

    // Recursion is bounded by the parser's MaxDepth.
    private void Collect(JsonElement element)
    {
        if (_things.Count >= MaxThings)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@type", out _))
            {
                _things.Add(element);
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "about", "itemReviewed", "publisher", "provider", "brand", "hasVariant"])
            {
                if (element.TryGetProperty(name, out var inner))
                {
                    Collect(inner);
                }
            }
        }
    }
}
