using System.Security.Cryptography;
using System.Text.Json;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Jobs;

/// <summary>
/// The ads that an interrupted batch finished. One counts where its manifest says the same options and version as would make
/// it now, every file is there with the hash that the manifest has, and the page, where it is a file, has the same bytes.
/// A page on the web is known by its address: to ask for it again is what going on is to spare.
/// </summary>
internal sealed class FinishedAds
{
    private readonly Dictionary<string, Queue<(string Folder, AdManifest Manifest)>> _ads = new(StringComparer.Ordinal);
    private readonly byte[] _options;

    private FinishedAds(ManifestOptions options) => _options = Bytes(options);

    /// <summary>Looks through the folders of a batch.</summary>
    /// <param name="folder">The batch's folder; it need not exist.</param>
    /// <param name="options">What ads are to be made with now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<FinishedAds> FindAsync(string folder, ManifestOptions options, CancellationToken cancellationToken)
    {
        var found = new FinishedAds(options);
        if (!Directory.Exists(folder))
        {
            return found;
        }

        foreach (var place in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (await ReadAsync(Path.Combine(place, AdFiles.Manifest), cancellationToken).ConfigureAwait(false) is { } manifest)
            {
                if (!found._ads.TryGetValue(manifest.Source, out var ads))
                {
                    found._ads.Add(manifest.Source, ads = new());
                }

                ads.Enqueue((place, manifest));
            }
        }

        return found;
    }

    /// <summary>Takes an ad of a page, whole and as it would be made now, or the folder of one that is to be made anew.</summary>
    /// <returns>The folder, null for none; and the ad, null where it is to be made.</returns>
    public async Task<(string? Folder, AdManifest? Ad)> TakeAsync(string source, CancellationToken cancellationToken)
    {
        (string Folder, AdManifest Manifest) next;
        lock (_ads)
        {
            if (!_ads.TryGetValue(source, out var ads) || !ads.TryDequeue(out next))
            {
                return (null, null);
            }
        }

        return await IsGoodAsync(next.Folder, next.Manifest, source, cancellationToken).ConfigureAwait(false) ? (next.Folder, next.Manifest) : (next.Folder, null);
    }

    private async Task<bool> IsGoodAsync(string folder, AdManifest manifest, string source, CancellationToken cancellationToken)
    {
        if (manifest.Version != AdManifest.CurrentVersion || manifest.Ads.Count == 0 || manifest.Versions.Gpu != ManifestBuilder.Version || !Bytes(manifest.Options).AsSpan().SequenceEqual(_options))
        {
            return false;
        }

        if (manifest.PageSha256 is { } page && SourceAddress.Parse(source) is { IsFile: true } address && await HashAsync(LocalFile.PathOf(address), cancellationToken).ConfigureAwait(false) != page)
        {
            return false;
        }

        foreach (var (name, file) in manifest.Files)
        {
            // A name of a manifest that somebody edited must not lead elsewhere.
            if (!AdFiles.IsResult(name) || await HashAsync(Path.Combine(folder, name), cancellationToken).ConfigureAwait(false) != file.Sha256)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<string?> HashAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            // What cannot be read is not there: the ad is made again, and says then what is wrong.
            return null;
        }
    }

    private static async Task<AdManifest?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, WorkflowJson.Manifest, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException || OutputError.IsCause(e))
        {
            // No ad, or one of another version of this program.
            return null;
        }
    }

    private static byte[] Bytes(ManifestOptions options) => JsonSerializer.SerializeToUtf8Bytes(options, WorkflowJson.Options);
}
