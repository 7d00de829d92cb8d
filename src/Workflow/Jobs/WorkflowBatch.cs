using System.Text.Json;

namespace Gpu.Workflow.Jobs;

/// <summary>
/// Makes the ads of many pages; a page that fails is a result like any other. While as many films are made as there is room
/// for (<see cref="WorkflowOptions.FilmsAtOnce"/>), the pages after them are fetched, read and judged, so that the next film
/// starts as soon as one ends; more pages than that are not touched, so that memory does not grow with their number.
/// </summary>
/// <param name="engine">What makes them.</param>
public sealed class WorkflowBatch(WorkflowEngine engine)
{
    private const string Name = "batch.json";

    // Pages that are made ready beside the films. With fewer, a page that is slow to answer leaves a film's place empty.
    private const int Ahead = 2;

    /// <summary>Makes a folder for each page, and <c>batch.json</c> with a result for each.</summary>
    /// <param name="request">The pages, and what to make of them.</param>
    /// <param name="progress">Told when a page begins and how it is getting on; null for nobody. Several pages are in work at a time.</param>
    /// <param name="ended">Told of each result as it comes, one at a time; null for nobody.</param>
    /// <param name="cancellationToken">Stops it. The ads finished by then stay, and <c>batch.json</c> says of the others that they were stopped.</param>
    /// <exception cref="Runtime.ConfigurationError"><see cref="BatchRequest.Resume"/> and <see cref="WorkflowRequest.Force"/> are both set.</exception>
    /// <exception cref="OutputError"><c>batch.json</c> exists already or cannot be written.</exception>
    public async Task<BatchResult> ExecuteAsync(
        BatchRequest request,
        Func<int, string, IProgress<WorkflowProgress>?>? progress = null,
        Action<BatchItem>? ended = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var output = Open(request);
        var finished = request.Resume ? await FinishedAds.FindAsync(output.Path, engine.OptionsOf(request.Template), cancellationToken).ConfigureAwait(false) : null;
        var earlier = request.Template.Force ? await EarlierAsync(output.Path, cancellationToken).ConfigureAwait(false) : [];
        var items = new BatchItem?[request.Sources.Count];
        try
        {
            var places = request.Sources.Select(source => earlier.Remove(source, out var place) ? place : null).ToArray();
            var turns = NamingTurn.Of(items.Length);
            var bounds = new ParallelOptions { MaxDegreeOfParallelism = engine.FilmsAtOnce + Ahead, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, items.Length, bounds, async (i, token) =>
            {
                var one = request.Template with { Source = request.Sources[i], WorkflowId = null, Output = places[i], OutputRoot = output.Path, Turn = turns[i] };
                var item = await OneAsync(one, finished, () => progress?.Invoke(i, one.Source), token).ConfigureAwait(false);
                turns[i].End();
                lock (items)
                {
                    items[i] = item;
                    ended?.Invoke(item);
                }
            }).ConfigureAwait(false);
        }
        finally
        {
            Write(output, [.. items.Select((item, i) => item ?? new BatchItem(request.Sources[i], null, "The batch was stopped before this page was done."))]);
        }

        return new BatchResult(output.Path, [.. items.OfType<BatchItem>()]);
    }

    private static OutputFolder Open(BatchRequest request)
    {
        if (request.Resume && request.Template.Force)
        {
            throw new Runtime.ConfigurationError("To go on with a batch keeps what is finished, and to force makes it again: one of them, please.");
        }

        var name = Slug.Of(request.Name, new Uri("file:///batch"));
        var folder = request.Folder ?? (request.Resume ? OutputFolder.Latest(request.Template.OutputRoot, name) : null);
        if (folder is not null && !request.Template.Force && !request.Resume && File.Exists(Path.Combine(folder, Name)))
        {
            throw new OutputError(OutputErrorKind.Exists, $"{Path.Combine(folder, Name)} exists already. Replace the results with --force, go on where they end with --resume, or choose another folder with -o.");
        }

        if (folder is null)
        {
            return OutputFolder.New(request.Template.OutputRoot, name);
        }

        var output = OutputFolder.Shared(folder);
        OutputFolder.SweepAll(folder);
        return output;
    }

    private async Task<BatchItem> OneAsync(WorkflowRequest request, FinishedAds? finished, Func<IProgress<WorkflowProgress>?> progress, CancellationToken cancellationToken)
    {
        try
        {
            if (finished is not null)
            {
                var (folder, ad) = await finished.TakeAsync(request.Source, cancellationToken).ConfigureAwait(false);
                if (ad is not null)
                {
                    return new BatchItem(request.Source, Path.Combine(folder!, ad.Ads[0].Films[0]), null, Kept: true);
                }

                request = folder is null ? request : request with { Output = folder, Force = true };
            }

            var result = await engine.ExecuteAsync(request, progress(), cancellationToken).ConfigureAwait(false);
            return new BatchItem(request.Source, Path.Combine(result.Folder!, result.Manifest.Ads[0].Films[0]), null);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new BatchItem(request.Source, null, e.Message);
        }
    }

    /// <summary>The folders of the batch that is replaced, by source: the same page takes the same folder again.</summary>
    private static async Task<Dictionary<string, string>> EarlierAsync(string folder, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, Name));
            var items = await JsonSerializer.DeserializeAsync(file, WorkflowJson.Batch, cancellationToken).ConfigureAwait(false);
            foreach (var item in items ?? [])
            {
                // Only the name is taken: a file that somebody edited must not lead out of the folder.
                if (Path.GetFileName(Path.GetDirectoryName(item.Output)) is { Length: > 0 } place and not ".." and not ".")
                {
                    places.TryAdd(item.Source, Path.Combine(folder, place));
                }
            }
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            // No earlier batch, or none that can be read: every page gets a new folder.
        }

        return places;
    }

    private static void Write(OutputFolder output, IReadOnlyList<BatchItem> items)
    {
        try
        {
            File.WriteAllText(output.Temporary(Name), JsonSerializer.Serialize(items, WorkflowJson.Batch) + "\n");
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            throw OutputError.From(e, output.Path);
        }

        output.Commit([Name]);
    }
}

/// <summary>A finished batch.</summary>
/// <param name="Folder">The folder of all its ads.</param>
/// <param name="Items">A result for each source, in their order.</param>
public sealed record BatchResult(string Folder, IReadOnlyList<BatchItem> Items);
