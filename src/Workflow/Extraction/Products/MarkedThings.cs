using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Products;

/// <summary>
/// Reads things that are marked in a page's elements, by microdata (HTML standard, 5) or RDFa Lite, into the shape that
/// JSON-LD has, so that all three are read alike.
/// </summary>
internal sealed class MarkedThings
{
    private const int MaxThings = 500;
    private const int MaxProperties = 5_000;
    private const int MaxDepth = 30;
    private const int MaxText = 2_000;

    private readonly string _type;
    private readonly string _property;
    private readonly List<JsonObject> _roots = [];
    private int _things;
    private int _properties;

    private MarkedThings(string type, string property) => (_type, _property) = (type, property);

    /// <summary>What microdata marks.</summary>
    public static IReadOnlyList<JsonElement> Microdata(IDocument document) => new MarkedThings("itemtype", "itemprop").Read(document);

    /// <summary>What RDFa marks.</summary>
    public static IReadOnlyList<JsonElement> Rdfa(IDocument document) => new MarkedThings("typeof", "property").Read(document);

    private List<JsonElement> Read(IDocument document)
    {
        if (document.Body is { } body && document.QuerySelector($"[{_type}]") is not null)
        {
            Walk(document.DocumentElement, null, 0);
        }

        return _roots.ConvertAll(Element);
    }

    private static JsonElement Element(JsonObject thing)
    {
        using var document = JsonDocument.Parse(thing.ToJsonString());
        return document.RootElement.Clone();
    }

    // Recursion is safe: the parser nests at most about 500 levels (see PageDocument).
    private void Walk(IElement element, JsonObject? thing, int depth)
    {
        var inner = thing;
        var names = element.GetAttribute(_property);
        if ((element.HasAttribute(_type) || element.HasAttribute("itemscope") && _type == "itemtype") && depth < MaxDepth && _things++ < MaxThings)
        {
            inner = new JsonObject { ["@type"] = Local(element.GetAttribute(_type)) };
            depth++;
            if (names is null || thing is null)
            {
                _roots.Add(inner);
            }
            else
            {
                Add(thing, names, inner);
            }
        }
        else if (names is not null && thing is not null)
        {
            Add(thing, names, JsonValue.Create(Value(element)));
        }

        foreach (var child in element.Children)
        {
            Walk(child, inner, depth);
        }
    }

    private void Add(JsonObject thing, string names, JsonNode value)
    {
        foreach (var single in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(4))
        {
            if (_properties++ >= MaxProperties)
            {
                return;
            }

            var name = Local(single);
            var given = value.Parent is null ? value : value.DeepClone();
            switch (thing[name])
            {
                case null:
                    thing[name] = given;
                    break;
                case JsonArray list:
                    list.Add(given);
                    break;
                case { } one:
                    thing[name] = new JsonArray(one.DeepClone(), given);
                    break;
            }
        }
    }

    private static string Value(IElement element) => Words.Tidy(element.GetAttribute("content") ?? element.LocalName switch
    {
        "a" or "area" or "link" => element.GetAttribute("href"),
        "img" or "audio" or "video" or "source" or "embed" or "iframe" => element.GetAttribute("src"),
        "object" => element.GetAttribute("data"),
        "data" or "meter" => element.GetAttribute("value"),
        "time" => element.GetAttribute("datetime"),
        _ => null,
    } ?? ShortText.Of(element, MaxText));

    // "https://schema.org/Product", "schema:Product", "Product"
    private static string Local(string? name)
    {
        var first = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return first[(first.LastIndexOfAny(['/', ':', '#']) + 1)..];
    }
}
