using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions.Words;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Images;

/// <summary>The pictures of a page, measured by what is known of them: before they are loaded, and after.</summary>
internal static class ImageCandidates
{
    private const int Most = 1000;
    private const double FullScreen = 1920 * 1080;
    private const float Unknown = 0.5f;

    // Between 16:9 and 4:3, where most frames and photographs are.
    private const double BestAspect = 1.5;

    // On one size of 1,024: out of focus a Laplacian's variance is under 30, of a good photograph 200 to 2,000.
    private const double SharpVariance = 1000;

    // Hasler and Suesstrunk: 59 is quite colourful.
    private const double LivelyColours = 60;

    private const double DeepContrast = 60;

    /// <summary>Finds and measures them by what the page says.</summary>
    public static List<Candidate> Find(PageContent content, PageWords words)
    {
        var subject = Terms.Of($"{content.Title} {content.Description} {content.Text}");
        var ids = new SuggestionIds();
        var seen = new HashSet<Uri>();
        return [.. content.Images.Where(i => seen.Add(i.Url)).Take(Most).Select((image, i) =>
        {
            // Of a page in a folder of its own the same id everywhere.
            var text = words.Rewrite(ids.Of("image", content.Url.MakeRelativeUri(image.Url).ToString()), Terms.Tidy(image.Alt));
            var terms = text.Terms;
            return new Candidate(text.Id, text.Text,
            [
                1f / (1 + (i / 3f)),
                Size(image.Width, image.Height),
                Aspect(image.Width, image.Height),
                terms.Count > 0 ? 1 : 0,
                terms.Count == 0 ? 0 : (float)terms.Count(subject.Contains) / terms.Count,
            ])
            { Image = text.Original is null ? image : image with { Alt = text.Text }, Original = text.Original, Composed = text.Composed };
        })];
    }

    /// <summary>The candidate with what its pixels say; without them, its problem and no score for what is not there.</summary>
    public static Candidate Judge(Candidate candidate, PictureFacts? facts, string? problem, string? note) => facts is not { Quality: var quality, Size: var size }
        ? candidate with { Features = [.. candidate.Features, 0, 0, 0, 0], Problem = problem, Note = note }
        : candidate with
        {
            Features =
            [
                candidate.Features[0],
                Size(size.Width, size.Height),
                Aspect(size.Width, size.Height),
                candidate.Features[3],
                candidate.Features[4],
                (float)Math.Clamp(Math.Log(1 + quality.Sharpness) / Math.Log(1 + SharpVariance), 0, 1),
                (float)Math.Clamp(quality.Colourfulness / LivelyColours, 0, 1),
                (float)Math.Clamp((1 - Math.Abs((quality.Brightness / 127.5) - 1)) * 1.5 * (1 - quality.DarkShare - quality.LightShare), 0, 1),
                (float)Math.Clamp(quality.Contrast / DeepContrast, 0, 1),
            ],
            Image = candidate.Image! with { Width = size.Width, Height = size.Height },
            Problem = problem,
        };

    private static float Size(int? width, int? height) => width is { } w && height is { } h ? (float)Math.Min(1, Math.Sqrt(w * (double)h / FullScreen)) : Unknown;

    private static float Aspect(int? width, int? height) =>
        width is > 0 && height is > 0 ? (float)Math.Max(0, 1 - (Math.Abs(Math.Log((double)width / height.Value / BestAspect)) / Math.Log(3))) : Unknown;
}
