using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>Finds the logo of a page's site.</summary>
internal static class LogoFinder
{
    /// <summary>Its address; null where there is none that can be shown.</summary>
    public static Uri? Find(IHtmlDocument document, StructuredData data, Uri baseAddress, Uri page)
    {
        foreach (var address in Candidates(document, data))
        {
            // Vector drawings are not decoded, see PictureLoader.
            if (ImageList.Resolve(address, baseAddress, page) is { } url && !url.AbsolutePath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && (!url.IsFile || File.Exists(url.LocalPath)))
            {
                return url;
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(IHtmlDocument document, StructuredData data)
    {
        foreach (var thing in data.SubjectsFound.Concat(data.OfType("Organization", "WebSite", "Brand", "NewsMediaOrganization", "OnlineStore")))
        {
            if (thing.TryGetProperty("logo", out var logo))
            {
                foreach (var address in JsonText.Addresses(logo))
                {
                    yield return address;
                }
            }
        }

        foreach (var marked in document.QuerySelectorAll("[itemprop=logo]"))
        {
            if ((marked.GetAttribute("src") ?? marked.GetAttribute("content") ?? marked.GetAttribute("href")) is { } address)
            {
                yield return address;
            }
        }

        // The site's own logo stands before those of partners and customers, and not in the content.
        foreach (var image in document.QuerySelectorAll("img").Where(IsLogo).OrderByDescending(image => image.Closest("header, nav, [class*=header i], [class*=brand i]") is not null).Take(10))
        {
            if ((image.GetAttribute("data-src") ?? image.GetAttribute("src")) is { } address)
            {
                yield return address;
            }
        }

        foreach (var link in document.QuerySelectorAll("link[rel~=apple-touch-icon][href], link[rel~=apple-touch-icon-precomposed][href]"))
        {
            yield return link.GetAttribute("href")!;
        }
    }

    private static bool IsLogo(IElement image) =>
        Says(image.ClassName) || Says(image.Id) || Says(image.GetAttribute("alt")) || Says(Path.GetFileName(image.GetAttribute("src") ?? "")) || Says(image.ParentElement?.ClassName) || Says(image.ParentElement?.Id);

    private static bool Says(string? text) => text is not null && text.Contains("logo", StringComparison.OrdinalIgnoreCase);
}
