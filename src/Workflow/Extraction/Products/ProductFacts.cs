namespace Gpu.Workflow.Extraction.Products;

/// <summary>What a page offers, each fact from the first source that tells it: JSON-LD, microdata, RDFa, Open Graph, the visible page.</summary>
public sealed record ProductFacts
{
    /// <summary>What it is called; null where it is not told.</summary>
    public PageFact? Name { get; init; }

    /// <summary>Who makes it; null where it is not told.</summary>
    public PageFact? Brand { get; init; }

    /// <summary>What it costs; null where it is not told.</summary>
    public ProductPrice? Price { get; init; }

    /// <summary>Whether it can be had: a name of schema.org's ItemAvailability, such as <c>InStock</c>; null where it is not told.</summary>
    public PageFact? Availability { get; init; }

    /// <summary>What buyers think; null where it is not told.</summary>
    public ProductRating? Rating { get; init; }

    /// <summary>The ways to buy it, where there are several, or where one has a name; at most 50.</summary>
    public IReadOnlyList<ProductOffer> Offers { get; init; } = [];

    /// <summary>What it has and does, at most 20.</summary>
    public IReadOnlyList<PageFact> Features { get; init; } = [];
}
