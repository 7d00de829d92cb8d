using System.Globalization;
using System.Text;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;

namespace Gpu.Cli.Commands.Suggest;

/// <summary>
/// Suggestions as a page to look at: one file that refers to nothing outside. All that comes from a page is written as
/// text, never as markup.
/// </summary>
internal static class SuggestPage
{
    private const int ThumbnailSide = 480;
    private const int LogoSide = 240;

    /// <summary>Writes the page.</summary>
    public static async Task<string> WriteAsync(IReadOnlyList<SuggestOutput> pages, IPictureLoader loader, CancellationToken cancellationToken)
    {
        var html = new StringBuilder(SuggestPageStyle.Head);
        if (pages.Count > 1)
        {
            html.Append("<nav>");
            for (var i = 0; i < pages.Count; i++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"#page-{i + 1}\" dir=\"auto\">{SuggestPageKind.Text(pages[i].Title)}</a>");
            }

            html.Append("</nav>\n");
        }

        for (var i = 0; i < pages.Count; i++)
        {
            var pictures = await PicturesAsync(pages[i], loader, cancellationToken).ConfigureAwait(false);
            Page(html, pages[i], i + 1, pictures);
        }

        return html.Append("</main>\n</html>\n").ToString();
    }

    private static void Page(StringBuilder html, SuggestOutput page, int number, Dictionary<Uri, string> pictures)
    {
        var language = page.Language.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') ? page.Language : "";
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"page-{number}\" lang=\"{language}\">\n<h1 dir=\"auto\">{SuggestPageKind.Text(page.Title)}</h1>\n<p class=\"source\">{SuggestPageKind.Text(page.Source)}</p>\n");
        foreach (var kind in page.Suggestions.GroupBy(static s => s.Kind))
        {
            new SuggestPageKind(html, page, pictures).Write(kind.Key, [.. kind]);
        }

        html.Append("</section>\n");
    }

    // Small copies within the page; one that cannot be had is told of by its suggestion.
    private static async Task<Dictionary<Uri, string>> PicturesAsync(SuggestOutput page, IPictureLoader loader, CancellationToken cancellationToken)
    {
        var pictures = new Dictionary<Uri, string>();
        foreach (var suggestion in page.Suggestions.Where(static s => s.Kind is SuggestionKind.Image or SuggestionKind.Logo && s.Image is { Width: not null }))
        {
            var url = suggestion.Image!.Url;
            if (pictures.ContainsKey(url))
            {
                continue;
            }

            try
            {
                var preview = await loader.PreviewAsync(url, page.Url, cancellationToken).ConfigureAwait(false);
                var (file, type) = Thumbnail.Encode(preview.Small, suggestion.Kind == SuggestionKind.Logo ? LogoSide : ThumbnailSide);
                pictures.Add(url, $"data:{type};base64,{Convert.ToBase64String(file)}");
            }
            catch (PageError e)
            {
                Runner.Warn(e.Message);
            }
        }

        return pictures;
    }
}
