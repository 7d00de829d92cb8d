using Gpu.Workflow.Extraction.Markup;
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
        return Read(page, source, cancellationToken);
    }

    /// <inheritdoc/>
    Task<FetchedResource> IPageReading.FetchAsync(string source, CancellationToken cancellationToken) => FetchAsync(source, cancellationToken);

    /// <inheritdoc/>
    PageContent IPageReading.Read(FetchedResource page, string source, CancellationToken cancellationToken) => Read(page, source, cancellationToken);

    private Task<FetchedResource> FetchAsync(string source, CancellationToken cancellationToken) =>
        _fetcher.FetchAsync(SourceAddress.Parse(source), ResourceKind.Page, cancellationToken);

    private PageContent Read(FetchedResource page, string source, CancellationToken cancellationToken)
    {
        var name = page.Url.IsFile ? page.Url.LocalPath : page.Url.ToString();
        HtmlCheck.Bytes(page.Content.Span, name);
        var html = HtmlEncoding.Decode(page.Content.Span, page.Charset);
        HtmlCheck.Text(html, name);
        using var document = PageDocument.Parse(html, name, _time, cancellationToken);
        return PageReader.Read(document, source, page.Url);
    }
}
