namespace Gpu.Workflow.Extraction.Products;

/// <summary>Where a fact was read; the earlier ones go before the later.</summary>
public enum FactSource
{
    /// <summary>JSON-LD.</summary>
    JsonLd,

    /// <summary>Microdata (<c>itemprop</c>).</summary>
    Microdata,

    /// <summary>RDFa (<c>property</c> inside <c>typeof</c>).</summary>
    Rdfa,

    /// <summary>Open Graph and other <c>meta</c> elements.</summary>
    OpenGraph,

    /// <summary>What the page shows.</summary>
    Page,
}
