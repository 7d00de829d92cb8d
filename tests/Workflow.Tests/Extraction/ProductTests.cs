using Gpu.Workflow.Extraction.Products;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>What a page offers, from each source, and which source goes before which.</summary>
public sealed class ProductTests
{
    private const string JsonLd = """
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Kettle","brand":{"@type":"Brand","name":"Ferro"},
        "additionalProperty":[{"@type":"PropertyValue","name":"Volume","value":"1.2 l"},{"@type":"PropertyValue","name":"Dishwasher safe","value":true}],
        "aggregateRating":{"@type":"AggregateRating","ratingValue":"4.6","reviewCount":128},
        "offers":{"@type":"AggregateOffer","lowPrice":"24","offers":[{"@type":"Offer","name":"Small","price":24.00,"priceCurrency":"eur","availability":"https://schema.org/OutOfStock"},{"@type":"Offer","name":"Large","price":"31,50","priceCurrency":"EUR","availability":"InStock"}]}}</script>
        """;

    private const string Microdata = """
        <div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Pan</h1><span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><b itemprop="name">Cast &amp; Co</b></span>
        <div itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating"><span itemprop="ratingValue">9,1</span> of <span itemprop="bestRating">10</span> (<span itemprop="ratingCount">1.204</span>)</div>
        <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="USD"><span itemprop="price" content="1299.00">$1,299</span><link itemprop="availability" href="https://schema.org/PreOrder"></div></div>
        """;

    private const string Rdfa = """
        <div vocab="https://schema.org/" typeof="Product"><h1 property="name">Lamp</h1><span property="brand">Hell</span><div property="offers" typeof="Offer"><span property="price" content="89">89,–</span><meta property="priceCurrency" content="CHF"><link property="availability" href="https://schema.org/InStock"></div></div>
        """;

    private const string Tags = """<meta property="og:type" content="product"><meta property="og:title" content="Chair"><meta property="product:price:amount" content="149.90"><meta property="product:price:currency" content="GBP"><meta property="product:brand" content="Sit"><meta property="product:availability" content="in stock">""";

    private const string Shown = """
        <h1>Teapot</h1><span class="price">£18.50</span><p class="stock">In stock</p><div class="rating">4.2 out of 5 (37 reviews)</div><h3>Features</h3><ul><li>Holds one litre</li><li>Fired twice</li></ul>
        """;

    private static async Task<ProductFacts> ReadAsync(string html) => Assert.IsType<ProductFacts>((await Pages.ReadAsync($"<html lang=en-GB><title>x</title>{html}<p>It is made by hand in a small house by the sea, one a day.")).Product);

    [Fact]
    public async Task Json_ld_tells_all()
    {
        var product = await ReadAsync(JsonLd);
        Assert.Equal(new PageFact("Kettle", FactSource.JsonLd), product.Name);
        Assert.Equal(new PageFact("Ferro", FactSource.JsonLd), product.Brand);
        Assert.Equal(new ProductPrice("€24.00", 24, "EUR", FactSource.JsonLd), product.Price);
        Assert.Equal(new PageFact("InStock", FactSource.JsonLd), product.Availability);
        Assert.Equal(new ProductRating(4.6m, 5, 128, FactSource.JsonLd), product.Rating);
        Assert.Equal([new("Small", 24, "EUR", "OutOfStock", FactSource.JsonLd), new ProductOffer("Large", 31.5m, "EUR", "InStock", FactSource.JsonLd)], product.Offers);
        Assert.Equal(["Volume: 1.2 l", "Dishwasher safe"], product.Features.Select(feature => feature.Value));
    }

    [Fact]
    public async Task Microdata_tells_all()
    {
        var product = await ReadAsync(Microdata);
        Assert.Equal(new PageFact("Pan", FactSource.Microdata), product.Name);
        Assert.Equal(new PageFact("Cast & Co", FactSource.Microdata), product.Brand);
        Assert.Equal(new ProductPrice("$1,299", 1299, "USD", FactSource.Microdata), product.Price);
        Assert.Equal(new PageFact("PreOrder", FactSource.Microdata), product.Availability);
        Assert.Equal(new ProductRating(9.1m, 10, 1204, FactSource.Microdata), product.Rating);
    }

    [Fact]
    public async Task Rdfa_tells_all()
    {
        var product = await ReadAsync(Rdfa);
        Assert.Equal(new PageFact("Lamp", FactSource.Rdfa), product.Name);
        Assert.Equal(new PageFact("Hell", FactSource.Rdfa), product.Brand);
        Assert.Equal((89m, "CHF", FactSource.Rdfa), (product.Price!.Amount, product.Price.Currency, product.Price.Source));
        Assert.Equal(new PageFact("InStock", FactSource.Rdfa), product.Availability);
    }

    [Fact]
    public async Task Open_graph_tells_all()
    {
        var product = await ReadAsync(Tags);
        Assert.Equal(new PageFact("Chair", FactSource.OpenGraph), product.Name);
        Assert.Equal(new ProductPrice("£149.90", 149.9m, "GBP", FactSource.OpenGraph), product.Price);
        Assert.Equal(new PageFact("Sit", FactSource.OpenGraph), product.Brand);
        Assert.Equal(new PageFact("InStock", FactSource.OpenGraph), product.Availability);
    }

    [Fact]
    public async Task Visible_page_tells_all()
    {
        var product = await ReadAsync(Shown);
        Assert.Equal(new PageFact("Teapot", FactSource.Page), product.Name);
        Assert.Equal(new ProductPrice("£18.50", 18.5m, "GBP", FactSource.Page), product.Price);
        Assert.Equal(new PageFact("InStock", FactSource.Page), product.Availability);
        Assert.Equal(new ProductRating(4.2m, 5, 37, FactSource.Page), product.Rating);
        Assert.Equal(["Holds one litre", "Fired twice"], product.Features.Select(feature => feature.Value));
    }

    [Theory]
    [InlineData("Kettle", FactSource.JsonLd, Shown + Tags + Rdfa + Microdata + JsonLd)]
    [InlineData("Pan", FactSource.Microdata, Shown + Tags + Rdfa + Microdata)]
    [InlineData("Lamp", FactSource.Rdfa, Shown + Tags + Rdfa)]
    [InlineData("Chair", FactSource.OpenGraph, Tags + Shown)]
    public async Task Sources_go_before_one_another_in_their_order(string name, FactSource source, string html)
    {
        var product = await ReadAsync(html);
        Assert.Equal((new PageFact(name, source), source), (product.Name, product.Price!.Source));
    }

    [Fact]
    public async Task Article_offers_nothing() =>
        Assert.Null((await Pages.ReadAsync("<title>Wind</title><h1>Wind</h1><p>For nineteen days the whole coast ran on wind alone, and nobody noticed it. The turbines turned.")).Product);
}
