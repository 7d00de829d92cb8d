using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>The hashes of the pictures that a run's results depend on; each file is read once a run.</summary>
internal sealed class PictureHashes(IPictureLoader loader)
{
    // A page with more pictures than an ad could ever weigh costs more to look through than to compute again.
    private const int Most = 40;

    private readonly Dictionary<Uri, Task<string>> _hashes = [];

    /// <summary>Of all pictures of a page; null where they cannot be told apart.</summary>
    public async Task<string?> OfAsync(PageContent content, CancellationToken cancellationToken)
    {
        var pictures = content.Images.Select(static i => i.Url).Append(content.Logo).OfType<Uri>().Distinct().ToArray();
        return pictures.Length <= Most ? await OfAsync(pictures, content.Url, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Of the pictures that a storyboard shows; null where they cannot be told apart.</summary>
    public Task<string?> OfAsync(Storyboard storyboard, Uri page, CancellationToken cancellationToken) => OfAsync(
        [.. storyboard.Shots.Select(static s => s.Picture).Append(storyboard.Logo?.Picture).Concat(storyboard.Overlays.Select(static o => o.Picture)).OfType<string>().Distinct(StringComparer.Ordinal).Select(p => PictureAddress.Resolve(page, p, "$.shots"))],
        page,
        cancellationToken);

    private async Task<string?> OfAsync(Uri[] pictures, Uri page, CancellationToken cancellationToken)
    {
        if (loader is not IPictureFiles files)
        {
            return null;
        }

        var hashes = pictures.Select(url => _hashes.TryGetValue(url, out var known) ? known : _hashes[url] = HashAsync(files, url, page, cancellationToken)).ToArray();
        return string.Join('\n', pictures.Zip(await Task.WhenAll(hashes).ConfigureAwait(false), static (url, hash) => $"{url.AbsoluteUri} {hash}"));
    }

    private static async Task<string> HashAsync(IPictureFiles files, Uri url, Uri page, CancellationToken cancellationToken)
    {
        try
        {
            return await files.HashAsync(url, page, cancellationToken).ConfigureAwait(false);
        }
        catch (PageError e)
        {
            // That a picture cannot be had, and why, decides what is made as its bytes would.
            return $"{e.Kind} {e.Message}";
        }
    }
}
