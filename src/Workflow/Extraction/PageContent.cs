using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Extraction.Products;

namespace Gpu.Workflow.Extraction;

/// <summary>What a page says and shows.</summary>
public sealed record PageContent
{
    /// <summary>What the user named: a URL or a path.</summary>
    public required string Source { get; init; }

    /// <summary>The page's own address after redirects; <c>file:</c> for local files.</summary>
    public required Uri Url { get; init; }

    /// <summary>The title, without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>The page's own summary; empty where it has none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The body text of the article or product, paragraphs apart by an empty line.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47 tag, such as <c>en</c> or <c>pt-BR</c>; empty where unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the text runs from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>The site's name; empty where unknown.</summary>
    public string Site { get; init; } = "";

    /// <summary>Pictures that belong to the content, the most prominent first.</summary>
    public IReadOnlyList<PageImage> Images { get; init; } = [];

    /// <summary>The logo's address; null where there is none.</summary>
    public Uri? Logo { get; init; }

    /// <summary>The address of the site's icon, the largest that the page names; null where it names none that can be shown.</summary>
    public Uri? Icon { get; init; }

    /// <summary>What the page says that it is about, by the types of schema.org such as <c>NewsArticle</c> or <c>Hotel</c>, the most telling first, and <c>og:type</c> in lower case last. At most 6.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The colours that the page calls its own, the most telling first: colours before grays. At most 6.</summary>
    public IReadOnlyList<BrandColour> Colours { get; init; } = [];

    /// <summary>The price as the page writes it for people, such as <c>$24.00</c>; null where there is none.</summary>
    public string? Price { get; init; }

    /// <summary>What the page offers; null where it offers nothing.</summary>
    public ProductFacts? Product { get; init; }

    /// <summary>What the page asks its reader to do (the text of its main button or link); null where it does not ask.</summary>
    public string? CallToAction { get; init; }
}
