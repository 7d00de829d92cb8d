using Gpu.Runtime.Caching;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>The last part of a run: the files, made now or taken from the cache.</summary>
/// <param name="results">The cache, and what the run has counted of it.</param>
/// <param name="write">Makes a writer.</param>
/// <param name="describe">The manifest of what a writer has written.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class FilmProduction(CachedStages results, Func<CancellationToken, AdWriter> write, Func<AdWriter, AdManifest> describe, CancellationToken cancellationToken)
{
    /// <summary>Writes an ad to its folder or stream.</summary>
    /// <returns>The manifest; in a folder it lies beside the ad.</returns>
    public async Task<AdManifest> RunAsync(WorkflowRequest request, Storyboard storyboard, Uri page, OutputFolder? folder)
    {
        var writer = write(cancellationToken);
        if (request.Stream is { } stream)
        {
            await writer.WriteStreamAsync(stream).ConfigureAwait(false);
            return Counted(describe(writer), film: false);
        }

        var finished = await results.AdKeyAsync(request, storyboard, page, cancellationToken).ConfigureAwait(false) is { } key
            ? await FindAsync(key, request, folder!).ConfigureAwait(false)
            : default;
        if (finished.Writer is { } made)
        {
            writer = made;
        }
        else if (finished.Ad is { Video.IsEmpty: false } ad)
        {
            await writer.WriteFinishedAsync(folder!, ad).ConfigureAwait(false);
            var now = describe(writer);
            var warnings = now.Warnings.Concat(ad.Manifest.Warnings);
            var manifest = Counted(ad.Manifest with { CreatedAt = now.CreatedAt, Source = now.Source, Url = now.Url, Options = now.Options, Pictures = now.Pictures, Seconds = now.Seconds, Warnings = [.. warnings] }, film: true);
            await writer.CommitAsync(folder!, manifest).ConfigureAwait(false);
            return manifest;
        }
        else
        {
            await writer.WriteFilesAsync(folder!, request).ConfigureAwait(false);
        }

        var fresh = Counted(describe(writer), film: false);
        await writer.CommitAsync(folder!, fresh).ConfigureAwait(false);
        return fresh;
    }

    // The ad, and its writer where it was made here and now.
    private async Task<(CachedAd? Ad, AdWriter? Writer)> FindAsync(CacheKey key, WorkflowRequest request, OutputFolder folder)
    {
        AdWriter? writer = null;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var ad = await results.AdAsync(
                key,
                async token =>
                {
                    // It writes to this run's folder: it ends with this run, whoever else waits for it.
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(token, cancellationToken);
                    either.Token.ThrowIfCancellationRequested();
                    writer = write(either.Token);
                    try
                    {
                        await writer.WriteFilesAsync(folder, request).ConfigureAwait(false);
                        return await CachedAd.OfAsync(folder, describe(writer) with { Warnings = writer.Warnings }, results.MaxValueBytes, either.Token).ConfigureAwait(false);
                    }
                    finally
                    {
                        ended.TrySetResult();
                    }
                },
                cancellationToken).ConfigureAwait(false);
            return (ad, writer);
        }
        catch (OperationCanceledException) when (writer is not null)
        {
            // The cache lets go of a caller at once; the folder is put away only when nothing writes to it any more.
            await ended.Task.ConfigureAwait(false);
            throw;
        }
        catch (Exception) when (writer is null && !cancellationToken.IsCancellationRequested)
        {
            // Another run was making the same, in a folder of its own, and came to grief; its troubles need not be ours.
            return default;
        }
    }

    private AdManifest Counted(AdManifest manifest, bool film) =>
        results.Hits + results.Misses == 0 ? manifest : manifest with { Cache = new ManifestCache(results.Hits, results.Misses, film) };
}
