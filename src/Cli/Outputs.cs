using Gpu.Runtime.Caching;
using Gpu.Runtime.Devices;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Extraction.Products;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Suggestions;

namespace Gpu.Cli;

/// <summary>What <c>make --json</c> writes.</summary>
internal sealed record AdOutput(
    string Source,
    string Output,
    string Folder,
    string Thumbnail,
    string Storyboard,
    string Manifest,
    string Title,
    int Width,
    int Height,
    int FramesPerSecond,
    int Frames,
    double Duration,
    string Sha256,
    IReadOnlyList<string> Devices,
    IReadOnlyDictionary<string, double> Seconds,
    IReadOnlyList<string> Warnings,
    ManifestCache? Cache,
    IReadOnlyList<OneAdOutput> Ads)
{
    public static AdOutput Of(WorkflowResult result)
    {
        var (manifest, folder) = (result.Manifest, result.Folder!);
        return new AdOutput(
            manifest.Source,
            Path.Combine(folder, manifest.Ads[0].Films[0]),
            folder,
            Path.Combine(folder, manifest.Ads[0].Thumbnail),
            Path.Combine(folder, manifest.Ads[0].Storyboard),
            Path.Combine(folder, "manifest.json"),
            manifest.Title,
            manifest.Frames.Width,
            manifest.Frames.Height,
            manifest.Frames.FramesPerSecond,
            manifest.Frames.Count,
            (double)manifest.Frames.Count / manifest.Frames.FramesPerSecond,
            manifest.Frames.Sha256,
            manifest.Devices,
            manifest.Seconds,
            manifest.Warnings,
            manifest.Cache,
            [.. manifest.Ads.Select(ad => new OneAdOutput(
                [.. ad.Films.Select(film => Path.Combine(folder, film))], ad.Aspect, ad.Frames.Width, ad.Frames.Height, ad.Frames.FramesPerSecond, ad.Frames.Count, ad.Frames.Sha256))]);
    }
}

/// <summary>An ad in one of its sizes.</summary>
internal sealed record OneAdOutput(IReadOnlyList<string> Outputs, string Aspect, int Width, int Height, int FramesPerSecond, int Frames, string Sha256);

/// <summary>What <c>extract --json</c> writes of a page.</summary>
internal sealed record PageOutput(
    string Source,
    Uri Url,
    string Title,
    string Description,
    string Text,
    string Language,
    bool RightToLeft,
    string Site,
    IReadOnlyList<PageImage> Images,
    Uri? Logo,
    Uri? Icon,
    IReadOnlyList<BrandColour> Colours,
    string? Price,
    ProductFacts? Product,
    string? CallToAction)
{
    public static PageOutput Of(PageContent page) => new(
        page.Source, page.Url, page.Title, page.Description, page.Text, page.Language, page.RightToLeft, page.Site, page.Images, page.Logo, page.Icon, page.Colours, page.Price, page.Product, page.CallToAction);
}

/// <summary>What <c>suggest --json</c> writes of a page.</summary>
/// <param name="Version">Of this format.</param>
/// <param name="Source">What the user named.</param>
/// <param name="Url">The page's own address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">BCP 47; empty where unknown.</param>
/// <param name="RightToLeft">Whether its text runs from right to left.</param>
/// <param name="Suggestions">Kind by kind, the best first.</param>
internal sealed record SuggestOutput(int Version, string Source, Uri Url, string Title, string Language, bool RightToLeft, IReadOnlyList<Suggestion> Suggestions)
{
    public const int CurrentVersion = 1;

    public static SuggestOutput Of(PageContent page, IReadOnlyList<Suggestion> suggestions) =>
        new(CurrentVersion, page.Source, page.Url, page.Title, page.Language, page.RightToLeft, suggestions);
}

/// <summary>What <c>--json</c> writes of a page that failed.</summary>
internal sealed record ErrorOutput(string Source, string Error, int ExitCode);

/// <summary>What <c>batch --json</c> writes.</summary>
internal sealed record BatchOutput(string Output, int Made, int Kept, int Failed, IReadOnlyList<BatchItem> Results);

/// <summary>What <c>encoders --json</c> writes of an encoder.</summary>
internal sealed record EncoderOutput(string Encoder, string Codec, bool Works, string? Reason);

/// <summary>What <c>cache --json</c> writes.</summary>
internal sealed record CacheOutput(string Store, long Values, long Bytes, long? Damaged, long? Cleared, IReadOnlyList<CacheOperation> Operations);

/// <summary>What <c>devices --json</c> writes of a device.</summary>
internal sealed record DeviceOutput(string Id, string Name, string Kind, long MemoryBytes, int Cores, string Driver, bool InUse, string? Refusal)
{
    public static DeviceOutput Of(DeviceInfo device) => new(
        device.Id, device.Name, device.Kind.ToString().ToLowerInvariant(), device.MemoryBytes, device.Cores, device.Driver, device.InUse, device.Refusal);
}
