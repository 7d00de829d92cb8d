using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Extraction.Imagery;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Extraction.Metadata;
using Gpu.Workflow.Extraction.Products;
using Gpu.Workflow.Extraction.Prose;

namespace Gpu.Workflow.Extraction;

/// <summary>Reads a parsed page: what it says in text, structured data and pictures becomes one content.</summary>
internal static class PageReader
{
    // What a page tells without showing it is not let grow without end; the longest articles have 200,000 letters.
    private const int MaxBody = 1_000_000;

    /// <summary>Reads.</summary>
    /// <param name="document">The page.</param>
    /// <param name="source">What the user named.</param>
    /// <param name="url">The page's own address.</param>
    /// <exception cref="PageError">The page holds no text.</exception>
    public static PageContent Read(IHtmlDocument document, string source, Uri url)
    {
        var meta = MetaTags.Read(document);
        var data = StructuredData.Read(document);
        var site = SiteName.Read(document, meta, data, url);
        var title = PageTitle.Read(document, meta, data, site);
        var description = data.Text("description") is { Length: > 40 } told && meta.First("og:description", "description") is null ? told : meta.First("description", "og:description", "twitter:description") ?? data.Text("description") ?? "";
        var bodyTold = data.Text("articleBody");
        var text = string.Join("\n\n", MainText.Read(document, bodyTold));
        if (bodyTold is { Length: > 400 and <= MaxBody } body && body.Length > 2 * text.Length)
        {
            text = body;
        }

        if (text.Length == 0)
        {
            text = description;
        }

        if (text.Length == 0)
        {
            throw new PageError(PageErrorKind.Empty, $"{source} holds no text to show. Pages that are built by scripts in the browser have none in their HTML: save the page from the browser and name that file.");
        }

        var baseAddress = PageDocument.BaseOf(document, url);
        var logo = LogoFinder.Find(document, data, baseAddress, url);
        var language = PageLanguage.Read(document, meta, data, text);
        var product = ProductReader.Read(document, meta, data, title, text, language);
        return new PageContent
        {
            Source = source,
            Url = url,
            Title = title,
            Description = description,
            Text = text,
            Language = language,
            RightToLeft = PageLanguage.IsRightToLeft(language, text),
            Site = site,
            Images = ImageList.Make(ImageFinder.Find(document, meta, data), baseAddress, url, logo),
            Logo = logo,
            Types = [.. data.SubjectsFound.SelectMany(StructuredData.TypesOf).Append(meta.First("og:type")?.ToLowerInvariant()).OfType<string>().Where(static type => type.Length is > 0 and <= 40).Distinct().Take(6)],
            Icon = IconFinder.Find(document, meta, baseAddress, url),
            Colours = BrandColours.Find(document, meta, DesignFiles.None),
            Price = product?.Price?.Written,
            Product = product,
            CallToAction = PageCallToAction.Read(document, site),
        };
    }
}
