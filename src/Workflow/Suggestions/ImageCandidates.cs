using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions;

/// <summary>The pictures of a page, measured by what is known before they are fetched.</summary>
internal static class ImageCandidates
{
    private const int Most = 1000;
    private const double FullScreen = 1920 * 1080;
    private const float Unknown = 0.5f;

    // Between 16:9 and 4:3, where most frames and photographs are.
    private const double BestAspect = 1.5;

    /// <summary>Finds and measures them.</summary>
    public static List<Candidate> Find(PageContent content)
    {
        var subject = Terms.Of($"{content.Title} {content.Description} {content.Text}");
        return [.. content.Images.Take(Most).Select((image, i) =>
        {
            var terms = Terms.Of(image.Alt);
            return new Candidate($"image-{i + 1}", Terms.Tidy(image.Alt), terms,
            [
                1f / (1 + (i / 3f)),
                image is { Width: { } width, Height: { } height } ? (float)Math.Min(1, Math.Sqrt(width * (double)height / FullScreen)) : Unknown,
                image is { Width: > 0, Height: > 0 } ? (float)Math.Max(0, 1 - (Math.Abs(Math.Log((double)image.Width / image.Height.Value / BestAspect)) / Math.Log(3))) : Unknown,
                terms.Count > 0 ? 1 : 0,
                terms.Count == 0 ? 0 : (float)terms.Count(subject.Contains) / terms.Count,
                image.Url.AbsolutePath.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || image.Url.AbsolutePath.EndsWith(".gif", StringComparison.OrdinalIgnoreCase) ? 0 : 1,
            ], image);
        })];
    }
}
