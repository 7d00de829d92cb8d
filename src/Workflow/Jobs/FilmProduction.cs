using Gpu.Runtime.Caching;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>The last part of a run: the files of one size, made now or taken from the cache.</summary>
/// <param name="results">The cache, and what the run has counted of it.</param>
/// <param name="gate">Where films wait for their turn.</param>
/// <param name="encoder">What encodes MP4s.</param>
/// <param name="write">Makes a writer.</param>
/// <param name="describe">The manifest of what a writer has written.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class FilmProduction(CachedStages results, FilmGate gate, H264Encoder encoder, Func<CancellationToken, AdWriter> write, Func<AdWriter, AdManifest> describe, CancellationToken cancellationToken)
{
    /// <summary>Writes an ad to a stream, or under temporary names to a folder.</summary>
    /// <returns>Its manifest, with files under their plain names, and whether the film came from the cache.</returns>
    public async Task<(AdManifest Manifest, bool Cached)> RunAsync(WorkflowRequest request, Storyboard storyboard, Uri page, OutputFolder? folder)
    {
        var writer = write(cancellationToken);
        if (request.Stream is { } stream)
        {
            await gate.EnterAsync(() => writer.WriteStreamAsync(stream), cancellationToken).ConfigureAwait(false);
            return (describe(writer), false);
        }

        var finished = await results.AdKeyAsync(request, encoder, storyboard, page, cancellationToken).ConfigureAwait(false) is { } key
            ? await FindAsync(key, request, folder!).ConfigureAwait(false)
            : default;
        if (finished.Writer is { } made)
        {
            return (describe(made), false);
        }

        if (finished.Ad is { Files.Count: > 0 } ad)
        {
            await writer.WriteFinishedAsync(folder!, ad).ConfigureAwait(false);
            var now = describe(writer);
            var warnings = now.Warnings.Concat(ad.Manifest.Warnings);
            return (ad.Manifest with { CreatedAt = now.CreatedAt, Source = now.Source, Url = now.Url, PageSha256 = now.PageSha256, Options = now.Options, Pictures = now.Pictures, Seconds = now.Seconds, Warnings = [.. warnings] }, true);
        }

        await gate.EnterAsync(() => writer.WriteFilesAsync(folder!, request), cancellationToken).ConfigureAwait(false);
        return (describe(writer), false);
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
                        await gate.EnterAsync(() => writer.WriteFilesAsync(folder, request), either.Token).ConfigureAwait(false);
                        return await CachedAd.OfAsync(folder, writer.Names, describe(writer) with { Warnings = writer.Warnings }, results.MaxValueBytes, either.Token).ConfigureAwait(false);
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
}
