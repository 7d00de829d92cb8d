using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Pictures;

/// <summary>
/// Fetches and decodes pictures with <see cref="ResourceFetcher"/> and Skia. Several requests for one picture at a time
/// share one fetch; decoded pictures are remembered within a budget.
/// </summary>
public sealed class PictureLoader : IPictureLoader
{
    private readonly ResourceFetcher _fetcher;
    private readonly PictureOptions _options;
    private readonly PictureCache _cache;
    private readonly long _maxBytes;

    /// <summary>Makes a loader.</summary>
    /// <param name="fetcher">Fetches pictures; it is not disposed here.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="Runtime.ConfigurationError">An option is out of its bounds.</exception>
    public PictureLoader(ResourceFetcher fetcher, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        _options = options ?? new PictureOptions();
        _options.Validate();
        _fetcher = fetcher;
        _maxBytes = fetcher.Options.MaxPictureBytes;
        _cache = new PictureCache(_options.CacheBytes);
    }

    /// <inheritdoc/>
    public Task<Bitmap> LoadAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(referrer);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException($"The picture's address '{url}' must be absolute.", nameof(url));
        }

        // Before the cache: what one page may refer to is no other page's right.
        LocalScope.Check(url, referrer);
        return _cache.GetAsync(url, LoadAsync, cancellationToken);
    }

    private async Task<Bitmap> LoadAsync(Uri url, CancellationToken cancellationToken)
    {
        if (url.Scheme == "data")
        {
            return PictureDecoder.Decode(DataUrl.Read(url, _maxBytes), "The picture in the page's data: address", _options);
        }

        var resource = await _fetcher.FetchAsync(url, ResourceKind.Picture, cancellationToken).ConfigureAwait(false);
        return PictureDecoder.Decode(resource.Content.Span, url.IsFile ? url.LocalPath : url.ToString(), _options);
    }
}
