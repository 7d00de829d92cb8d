using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Pictures;

/// <summary>
/// Fetches and decodes pictures with <see cref="ResourceFetcher"/> and Skia. Several requests for one picture at a time
/// share one fetch; decoded pictures are remembered within a budget, and the files themselves, so that a picture that was
/// judged small and is then shown in full is fetched once.
/// </summary>
public sealed partial class PictureLoader : IPictureLoader
{
    // The longer side that pictures are judged at.
    private const int PreviewSide = 1024;

    private readonly ResourceFetcher _fetcher;
    private readonly PictureOptions _options;
    private readonly PictureCache _cache;
    private readonly PictureCache _previews;
    private readonly FileMemory _files;
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
        _previews = new PictureCache(_options.CacheBytes / 4);
        _files = new FileMemory(_options.CacheBytes / 2);
    }

    /// <inheritdoc/>
    public Task<Bitmap> LoadAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default)
    {
        Check(url, referrer);
        return _cache.GetAsync(Version(url), async (_, cancel) => Decode(url, await FetchAsync(url, cancel).ConfigureAwait(false), _options), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<PicturePreview> PreviewAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default)
    {
        Check(url, referrer);
        PictureSize? size = null;
        var small = await _previews.GetAsync(Version(url), async (_, cancel) =>
        {
            var content = await FetchAsync(url, cancel).ConfigureAwait(false);
            size = PictureHeader.Read(content.Span);
            return Decode(url, content, _options with { EnoughSide = PreviewSide });
        }, cancellationToken).ConfigureAwait(false);

        // Where the bitmap was remembered, so is the file, unless it was larger than the budget.
        size ??= PictureHeader.Read((await FetchAsync(url, cancellationToken).ConfigureAwait(false)).Span);
        return new PicturePreview(small, size ?? new PictureSize(small.Width, small.Height));
    }

    private static void Check(Uri url, Uri referrer)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(referrer);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException($"The picture's address '{url}' must be absolute.", nameof(url));
        }

        // Before the cache: what one page may refer to is no other page's right.
        LocalScope.Check(url, referrer);
    }

    private async Task<ReadOnlyMemory<byte>> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        if (url.Scheme == "data")
        {
            return DataUrl.Read(url, _maxBytes);
        }

        if (_files.Find(url) is { } known)
        {
            return known;
        }

        var content = (await _fetcher.FetchAsync(url, ResourceKind.Picture, cancellationToken).ConfigureAwait(false)).Content;
        // A file may change between two runs of one process; reading it again costs nothing.
        if (!url.IsFile)
        {
            _files.Keep(url, content);
        }

        return content;
    }

    private static Bitmap Decode(Uri url, ReadOnlyMemory<byte> content, PictureOptions options) => PictureDecoder.Decode(
        content.Span, url.Scheme == "data" ? "The picture in the page's data: address" : url.IsFile ? url.LocalPath : url.ToString(), options);
}
