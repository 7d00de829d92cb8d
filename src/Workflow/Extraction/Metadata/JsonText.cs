using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>Texts and addresses out of JSON-LD, where a value may be a string, a number, a thing or a list of any.</summary>
internal static partial class JsonText
{
    /// <summary>The first text of a value, without markup; null for none.</summary>
    public static string? Of(JsonElement value) => All(value).Select(Plain).FirstOrDefault(text => text.Length > 0);

    /// <summary>All texts of a value, as they stand; of things their name, else their id.</summary>
    public static IEnumerable<string> All(JsonElement value) => Walk(value, ["name", "@value", "headline"]);

    /// <summary>All addresses of a value: strings, and of things their <c>contentUrl</c> or <c>url</c>. Their id is a name, such as <c>/page#primaryimage</c>, under which nothing is to be had.</summary>
    public static IEnumerable<string> Addresses(JsonElement value) => Walk(value, ["contentUrl", "url", "thumbnailUrl"]);

    /// <summary>A property as text, or null.</summary>
    public static string? Property(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(name, out var value) ? Of(value) : null;

    /// <summary>Text without markup and entities.</summary>
    public static string Plain(string text) => Words.Tidy(WebUtility.HtmlDecode(Tags().Replace(text, " ")));

    private static IEnumerable<string> Walk(JsonElement value, string[] names)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return Text(value) is { } text ? [text] : [];
            case JsonValueKind.Number:
                return [value.GetRawText()];
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(item => Walk(item, names));
            case JsonValueKind.Object:
                foreach (var name in names)
                {
                    if (value.TryGetProperty(name, out var inner) && (inner.ValueKind is JsonValueKind.String or JsonValueKind.Array))
                    {
                        return Walk(inner, names);
                    }
                }

                return [];
            default:
                return [];
        }
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: valid JSON but no text. The page is read without it.
            return null;
        }
    }

    [GeneratedRegex("<[^>]{0,1000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
