using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>What the project's own samples say, read by a person.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("coffee", "Sunrise Blend – the coffee worth getting up for", "en", "€12.90", "Try a bag for €12.90", 6)]
    [InlineData("restaurant", "Pasta worth crossing town for", "en-GB", null, "Book a table", 4)]
    [InlineData("hotel", "Wake up on the water", "en", "€189", "See the rates", 4)]
    [InlineData("event", "Dance under the northern lights", "en", "1,490 kr", "Get your ticket", 3)]
    [InlineData("tea", "一服で、朝が変わる。宇治抹茶「朝霧」", "ja", "2,480円", "朝霧を注文する", 4)]
    [InlineData("perfume", "عطرٌ يبقى بعد أن تغادر", "ar", "450 ريالاً", "اطلب زجاجتك", 4)]
    [InlineData("tax", "Your tax return, done by Friday", "en-IE", "€290", "Get started", 0)]
    [InlineData("news", "For 19 days, a whole coast ran on wind alone", "en-GB", null, null, 3)]
    [InlineData("bakery", "Bakery No. 9", "en", null, null, 1)]
    public async Task Sample_is_read_as_a_person_reads_it(string name, string title, string language, string? price, string? request, int images)
    {
        using var fetcher = new ResourceFetcher();
        var page = await new ContentExtractor(fetcher).ExtractAsync(Path.Combine(Root(), "samples", name), TestContext.Current.CancellationToken);
        Assert.Equal((title, language, price, request, images), (page.Title, page.Language, page.Price, page.CallToAction, page.Images.Count));
        Assert.All(page.Images, image => Assert.True(image is { Width: > 0, Height: > 0 }, $"{image.Url} has no size."));
    }

    [Fact]
    public async Task Cards_built_alike_are_told_alike()
    {
        using var fetcher = new ResourceFetcher();
        var page = await new ContentExtractor(fetcher).ExtractAsync(Path.Combine(Root(), "samples", "restaurant"), TestContext.Current.CancellationToken);
        Assert.Contains("£13.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("£7.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("£28", page.Text, StringComparison.Ordinal);
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gpu.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Gpu.sln is not above the tests.");
        }

        return folder.FullName;
    }
}
