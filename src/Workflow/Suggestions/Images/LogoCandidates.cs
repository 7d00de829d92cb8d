using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions.Images;

/// <summary>The page's logo.</summary>
internal static class LogoCandidates
{
    private const double Large = 240;
    private const double Clear = 40;

    /// <summary>Finds and measures it.</summary>
    public static List<Candidate> Find(PageContent content, PictureFacts? facts, string? problem)
    {
        if (content.Logo is not { } logo)
        {
            return [];
        }

        var image = new PageImage { Url = logo, Alt = content.Site, Width = facts?.Size.Width, Height = facts?.Size.Height };
        var id = new SuggestionIds().Of("logo", content.Url.MakeRelativeUri(logo).ToString());
        return
        [
            new Candidate(id, content.Site.Length > 0 ? $"Logo of {content.Site}" : "Logo",
            [
                1,
                facts is null ? 0 : (float)Math.Min(1, Math.Max(facts.Size.Width, facts.Size.Height) / Large),
                facts is null ? 0 : (float)Math.Min(1, facts.Transparent * 2),
                facts is null ? 0 : (float)Math.Min(1, facts.Quality.Contrast / Clear),
            ])
            { Composed = true, Image = image, Problem = problem },
        ];
    }
}
