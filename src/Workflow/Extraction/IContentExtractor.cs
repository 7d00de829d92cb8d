namespace Gpu.Workflow.Extraction;

/// <summary>The first stage: a URL or a path becomes content.</summary>
public interface IContentExtractor
{
    /// <summary>Fetches and reads a page.</summary>
    /// <param name="source">An http(s) URL, or the path of an HTML file.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="PageError">The page cannot be had or holds nothing to show; the message says which and why.</exception>
    Task<PageContent> ExtractAsync(string source, CancellationToken cancellationToken = default);
}
