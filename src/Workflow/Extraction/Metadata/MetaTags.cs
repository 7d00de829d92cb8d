using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>A page's <c>meta</c> elements: Open Graph, Twitter cards, description.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    private MetaTags()
    {
    }

    /// <summary>Reads them all.</summary>
    public static MetaTags Read(IHtmlDocument document)
    {
        var tags = new MetaTags();
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            var value = Words.Tidy(meta.GetAttribute("content"));
            if (!string.IsNullOrWhiteSpace(name) && value.Length > 0)
            {
                foreach (var single in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    (tags._values.TryGetValue(single, out var list) ? list : tags._values[single] = []).Add(value);
                }
            }
        }

        return tags;
    }

    /// <summary>The first value under the first of some names that has one; null for none.</summary>
    public string? First(params string[] names) => names.SelectMany(All).FirstOrDefault();

    /// <summary>All values under a name.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var list) ? list : [];
}
