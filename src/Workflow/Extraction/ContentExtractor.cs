using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Extraction.Metadata;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Extraction;

/// <summary>Fetches pages and reads them. Pages are untrusted: size, time and markup are limited, and scripts never run.</summary>
public sealed class ContentExtractor : IContentExtractor, IPageReading
{
    private readonly ResourceFetcher _fetcher;
    private readonly TimeProvider _time;

    /// <summary>Makes an extractor.</summary>
    /// <param name="fetcher">Fetches pages; it is not disposed here.</param>
    /// <param name="timeProvider">The clock of the parser's limit; null for the system's.</param>
    public ContentExtractor(ResourceFetcher fetcher, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        _fetcher = fetcher;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public async Task<PageContent> ExtractAsync(string source, CancellationToken cancellationToken = default)
    {
        var page = await FetchAsync(source, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(page, source, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    Task<FetchedResource> IPageReading.FetchAsync(string source, CancellationToken cancellationToken) => FetchAsync(source, cancellationToken);

    /// <inheritdoc/>
    Task<PageContent> IPageReading.ReadAsync(FetchedResource page, string source, CancellationToken cancellationToken) => ReadAsync(page, source, cancellationToken);

    private Task<FetchedResource> FetchAsync(string source, CancellationToken cancellationToken) =>
        _fetcher.FetchAsync(SourceAddress.Parse(source), ResourceKind.Page, cancellationToken);

    private async Task<PageContent> ReadAsync(FetchedResource page, string source, CancellationToken cancellationToken)
    {
        var name = page.Url.IsFile ? page.Url.LocalPath : page.Url.ToString();
        HtmlCheck.Bytes(page.Content.Span, name);
        var html = HtmlEncoding.Decode(page.Content.Span, page.Charset);
        HtmlCheck.Text(html, name);
        using var document = PageDocument.Parse(html, name, _time, cancellationToken);
        var content = PageReader.Read(document, source, page.Url);
        if (BrandColours.Any(content.Colours))
        {
            return content;
        }

        // Only where the page itself tells no colour: each file is a request more.
        var files = await DesignFiles.FetchAsync(document, page.Url, _fetcher, _time, cancellationToken).ConfigureAwait(false);
        return content with { Colours = BrandColours.Find(document, MetaTags.Read(document), files) };
    }
}
