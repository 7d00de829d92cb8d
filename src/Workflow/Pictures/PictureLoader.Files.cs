using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Pictures;

public sealed partial class PictureLoader : IPictureFiles
{
    private const int MostHashes = 4_096;
    private readonly ConcurrentDictionary<Uri, string> _hashes = [];

    /// <inheritdoc/>
    async Task<string> IPictureFiles.HashAsync(Uri url, Uri referrer, CancellationToken cancellationToken)
    {
        Check(url, referrer);
        var content = await FetchAsync(url, cancellationToken).ConfigureAwait(false);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (_hashes.Count > MostHashes)
        {
            _hashes.Clear();
        }

        return _hashes[url] = hash;
    }

    // What is remembered of a picture is of one state of it: under the hash of one state there must lie nothing made of another.
    private Uri Version(Uri url)
    {
        var version = _hashes.GetValueOrDefault(url);
        if (url.IsFile && new FileInfo(LocalFile.PathOf(url)) is { Exists: true } file)
        {
            version = string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}-{file.Length}");
        }

        return version is null || url.Scheme == "data" ? url : new UriBuilder(url) { Fragment = version }.Uri;
    }
}
