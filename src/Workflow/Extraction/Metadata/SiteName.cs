using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>The name of the site that a page belongs to.</summary>
internal static class SiteName
{
    /// <summary>Reads it; empty where unknown.</summary>
    public static string Read(IHtmlDocument document, MetaTags meta, StructuredData data, Uri page)
    {
        var named = meta.First("og:site_name", "application-name", "al:ios:app_name") ?? Publisher(data) ?? Words.Tidy(document.QuerySelector("[itemprop=publisher] [itemprop=name]")?.TextContent);
        if (named is { Length: > 0 and <= 80 })
        {
            return named;
        }

        return FromTitle(Words.Tidy(document.Title), page);
    }

    private static string? Publisher(StructuredData data)
    {
        foreach (var thing in data.SubjectsFound)
        {
            if (JsonText.Property(thing, "publisher") is { } publisher)
            {
                return publisher;
            }
        }

        foreach (var site in data.OfType("WebSite", "Organization", "NGO", "NewsMediaOrganization", "OnlineStore"))
        {
            if (JsonText.Property(site, "name") is { } name)
            {
                return name;
            }
        }

        return data.SubjectsFound.Select(thing => JsonText.Property(thing, "brand")).FirstOrDefault(brand => brand is not null);
    }

    // Without a declared name, a part of the title that is the host's name: "Roast | Kaffee Werk" on kaffeewerk.example.
    private static string FromTitle(string title, Uri page)
    {
        var host = page.IsFile ? "" : string.Concat(page.IdnHost.Where(char.IsLetterOrDigit));
        foreach (var part in title.Split([" | ", " – ", " — ", " - ", " · ", "｜", " • ", " » "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var compact = string.Concat(part.Where(char.IsLetterOrDigit)).ToLowerInvariant();
            if (compact.Length >= 3 && host.Contains(compact, StringComparison.OrdinalIgnoreCase))
            {
                return part;
            }
        }

        return "";
    }
}
