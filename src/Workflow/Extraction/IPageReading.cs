using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Extraction;

/// <summary>An extraction in two steps: what is read of a page depends on its bytes, so that it can be kept by them, and for its colours on its style sheets, which change less often than results are kept.</summary>
internal interface IPageReading
{
    /// <summary>Has the page's bytes.</summary>
    /// <exception cref="PageError">It cannot be had.</exception>
    Task<FetchedResource> FetchAsync(string source, CancellationToken cancellationToken);

    /// <summary>Reads them.</summary>
    /// <exception cref="PageError">It holds nothing to show.</exception>
    Task<PageContent> ReadAsync(FetchedResource page, string source, CancellationToken cancellationToken);
}
