using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>Finds the icon of a page's site: the largest that its <c>link</c> elements name.</summary>
internal static class IconFinder
{
    // What an address without sizes holds by custom.
    private const int TouchIcon = 180;
    private const int Tile = 144;
    private const int Favicon = 32;

    /// <summary>Its address; null where the page names none that can be shown. Vector drawings are not decoded, see PictureLoader.</summary>
    public static Uri? Find(IHtmlDocument document, MetaTags meta, Uri baseAddress, Uri page) => Candidates(document, meta)
        .OrderByDescending(static candidate => candidate.Size)
        .Select(candidate => ImageList.Resolve(candidate.Address, baseAddress, page))
        .FirstOrDefault(static url => url is not null && !url.AbsolutePath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && (!url.IsFile || File.Exists(url.LocalPath)));

    private static IEnumerable<(string Address, int Size)> Candidates(IHtmlDocument document, MetaTags meta)
    {
        foreach (var link in document.QuerySelectorAll("link[rel~=icon i][href], link[rel~=apple-touch-icon i][href], link[rel~=apple-touch-icon-precomposed i][href], link[rel~=fluid-icon i][href]"))
        {
            yield return (link.GetAttribute("href")!, Size(link));
        }

        foreach (var address in meta.All("msapplication-TileImage"))
        {
            yield return (address, Tile);
        }
    }

    // "16x16 32x32", "any" for drawings.
    private static int Size(IElement link) => (link.GetAttribute("sizes") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(static size => int.TryParse(size.Split('x', 'X')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : 0)
        .DefaultIfEmpty(link.GetAttribute("rel")!.Contains("icon", StringComparison.OrdinalIgnoreCase) && !link.GetAttribute("rel")!.Contains("apple", StringComparison.OrdinalIgnoreCase) ? Favicon : TouchIcon)
        .Max();
}
