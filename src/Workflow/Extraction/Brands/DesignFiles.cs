using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Imagery;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Extraction.Brands;

/// <summary>What a page says of its design in files of their own.</summary>
/// <param name="Sheets">The text of its style sheets.</param>
/// <param name="Theme"><c>theme_color</c> of its web app manifest; null for none.</param>
internal sealed record DesignFiles(IReadOnlyList<string> Sheets, string? Theme)
{
    /// <summary>None.</summary>
    public static DesignFiles None { get; } = new([], null);

    private const int MostSheets = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Fetches them, within the limits of a fetch each and ten seconds together; what cannot be had is left out.</summary>
    /// <param name="document">The page.</param>
    /// <param name="page">Its own address.</param>
    /// <param name="fetcher">Fetches.</param>
    /// <param name="time">The clock of the limit.</param>
    /// <param name="cancellationToken">Stops the fetches.</param>
    public static async Task<DesignFiles> FetchAsync(IHtmlDocument document, Uri page, ResourceFetcher fetcher, TimeProvider time, CancellationToken cancellationToken)
    {
        var root = PageDocument.BaseOf(document, page);
        using var late = new CancellationTokenSource(Longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var manifest = document.QuerySelector("link[rel~=manifest i][href]") is { } link && AddressOf(link, root, page) is { } address ? TextAsync(address) : Task.FromResult<string?>(null);
        var sheets = await Task.WhenAll(SheetsOf(document, root, page).Select(TextAsync)).ConfigureAwait(false);
        return new DesignFiles([.. sheets.OfType<string>()], ThemeOf(await manifest.ConfigureAwait(false)));

        async Task<string?> TextAsync(Uri url)
        {
            try
            {
                var file = await fetcher.FetchAsync(url, ResourceKind.Design, stop.Token).ConfigureAwait(false);
                return HtmlEncoding.Decode(file.Content.Span, file.Charset ?? "utf-8");
            }
            catch (Exception error) when (error is PageError || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // A page is read without its style sheet, as a browser shows it without one; its colours are those of its pictures then.
                return null;
            }
        }
    }

    // The site's own first: those of others bring their fonts and widgets along. Not what is only for print or the dark.
    private static IEnumerable<Uri> SheetsOf(IHtmlDocument document, Uri root, Uri page) => document.QuerySelectorAll("link[rel~=stylesheet i][href], link[rel~=preload i][as=style i][href]")
        .Where(static link => link.GetAttribute("media") is not { } media || !(media.Contains("print", StringComparison.OrdinalIgnoreCase) && !link.HasAttribute("onload") || media.Contains("dark", StringComparison.OrdinalIgnoreCase)))
        .Select(link => AddressOf(link, root, page))
        .OfType<Uri>()
        .Distinct()
        .OrderBy(url => url.Host != page.Host)
        .Take(MostSheets);

    // A page that lies on this machine is read without the network, as its text is.
    private static Uri? AddressOf(IElement link, Uri root, Uri page) =>
        ImageList.Resolve(link.GetAttribute("href")!, root, page) is { } url && (page.IsFile ? url.IsFile : url.Scheme is "http" or "https") ? url : null;

    private static string? ThemeOf(string? manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest ?? "null");
            return json.RootElement is { ValueKind: JsonValueKind.Object } told && told.TryGetProperty("theme_color", out var colour) && colour.ValueKind == JsonValueKind.String ? colour.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A manifest that is none tells nothing, and so does one of half a surrogate.
            return null;
        }
    }
}
