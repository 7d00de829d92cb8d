using System.Runtime.ExceptionServices;
using System.Text.Json;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>The films of a run, one for each size, made beside each other as far as there is room, and put in place together.</summary>
internal sealed class FilmSet(WorkflowStages stages, CachedStages results, FilmGate gate, H264Encoder encoder, StageClock clock, TimeProvider time, IProgress<WorkflowProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>Makes the films of all storyboards.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="storyboards">One for each size.</param>
    /// <param name="page">The page's address.</param>
    /// <param name="folder">Where the films go; null where one goes to the request's stream.</param>
    /// <param name="describe">The manifest of what a writer has written by a clock.</param>
    public async Task<AdManifest> RunAsync(WorkflowRequest request, IReadOnlyList<Storyboard> storyboards, Uri page, OutputFolder? folder, Func<Storyboard, AdWriter, StageClock, AdManifest> describe)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var shared = stages.Sound is { } maker ? stages with { Sound = new SharedSound(maker, stop.Token) } : stages;
        var names = AdFiles.Of([.. storyboards.Select(static b => new AdSize(b.Width, b.Height))]);
        var frames = progress is null ? null : new FrameCount(progress, storyboards.Sum(FrameClock.Frames));
        ExceptionDispatchInfo? first = null;

        async Task<(AdManifest Manifest, bool Cached)> OneAsync(int i)
        {
            try
            {
                // The run's own clock knows one step at a time.
                var own = storyboards.Count == 1 ? clock : new StageClock(time) { Run = clock.Run };
                var film = new FilmProduction(
                    results,
                    gate,
                    encoder,
                    token => new AdWriter(shared, encoder, own, storyboards[i], page, names[i], frames?.Of(), token),
                    writer => describe(storyboards[i], writer, own),
                    stop.Token);
                return await film.RunAsync(request, storyboards[i], page, folder).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // The others are stopped; what they say then is a consequence.
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(e), null);
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }

        var films = Task.WhenAll(Enumerable.Range(0, storyboards.Count).Select(OneAsync));
        await ((Task)films).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        first?.Throw();
        var made = await films.ConfigureAwait(false);
        clock.End();
        var manifest = ManifestBuilder.Together([.. made.Zip(names, static (film, name) => (film.Manifest, name))]) with { Seconds = clock.Seconds };
        manifest = results.Hits + results.Misses == 0 ? manifest : manifest with { Cache = new ManifestCache(results.Hits, results.Misses, made.All(static film => film.Cached)) };
        if (folder is not null)
        {
            await CommitAsync(folder, manifest).ConfigureAwait(false);
        }

        return manifest;
    }

    // The manifest, and then all files get their names, the films last.
    private Task CommitAsync(OutputFolder folder, AdManifest manifest) => AdWriter.GuardAsync(folder.Path, async () =>
    {
        var json = JsonSerializer.Serialize(manifest, WorkflowJson.Manifest) + "\n";
        await File.WriteAllTextAsync(folder.Temporary(AdFiles.Manifest), json, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        string[] films = [.. manifest.Ads.SelectMany(static ad => ad.Films)];
        // The manifest first: what a process that is killed in between leaves can be told by it, and is made again.
        folder.CommitAd([AdFiles.Manifest, .. manifest.Files.Keys.Except(films, StringComparer.Ordinal), .. films]);
    });

    /// <summary>Counts frames of all films together, and hands counts on as they come: Progress would post them to another thread, out of order.</summary>
    private sealed class FrameCount(IProgress<WorkflowProgress> progress, int total)
    {
        private readonly Lock _lock = new();
        private int _done;

        public IProgress<int> Of() => new Film(this);

        private void Add(int more)
        {
            lock (_lock)
            {
                _done += more;
                progress.Report(new WorkflowProgress(WorkflowStatus.Generating, "frames", _done, total));
            }
        }

        private sealed class Film(FrameCount all) : IProgress<int>
        {
            private int _done;

            // An encoder that is started again begins with the first frame.
            public void Report(int value)
            {
                all.Add(value - _done);
                _done = value;
            }
        }
    }
}
