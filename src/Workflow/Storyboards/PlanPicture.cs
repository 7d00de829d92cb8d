using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Storyboards;

/// <summary>A picture that the ad may show.</summary>
/// <param name="Image">Where it is and what it shows.</param>
/// <param name="Size">Pixels.</param>
/// <param name="Terms">The terms of its alternative text.</param>
/// <param name="Focus">Where to look; null where nobody looked for it.</param>
internal sealed record PlanPicture(PageImage Image, PictureSize Size, HashSet<string> Terms, PlanFocus? Focus)
{
    // Icons and tracking dots are no pictures of an ad.
    private const int SmallestSide = 96;

    /// <summary>The pictures of a page that are selected, could be loaded and are large enough, the best first.</summary>
    public static IReadOnlyList<PlanPicture> From(IReadOnlyList<Suggestion> suggestions, IReadOnlyDictionary<Uri, PictureSize> sizes, StoryboardOptions options)
    {
        var pictures = new List<PlanPicture>();
        var seen = new HashSet<Uri>();
        foreach (var suggestion in suggestions.Where(s => s is { Selected: true, Kind: SuggestionKind.Image, Image: not null }).OrderByDescending(s => s.Score))
        {
            var image = suggestion.Image!;
            if (sizes.TryGetValue(image.Url, out var size) && Math.Min(size.Width, size.Height) >= SmallestSide && seen.Add(image.Url))
            {
                pictures.Add(new PlanPicture(image, size, Wording.Terms.Of(image.Alt), PlanFocus.Of(suggestions, suggestion.Id, options)));
            }
        }

        return pictures;
    }
}
