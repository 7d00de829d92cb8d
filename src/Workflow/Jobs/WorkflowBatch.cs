using System.Text.Json;

namespace Gpu.Workflow.Jobs;

/// <summary>Makes the ads of many pages, one after the other; a page that fails is a result like any other.</summary>
/// <param name="engine">What makes them.</param>
public sealed class WorkflowBatch(WorkflowEngine engine)
{
    private const string Name = "batch.json";

    /// <summary>Makes a folder for each page in <paramref name="folder"/>, and <c>batch.json</c> with a result for each.</summary>
    /// <param name="sources">URLs or paths.</param>
    /// <param name="folder">Where to write; null for a new folder in <c>out</c>, named <paramref name="name"/>.</param>
    /// <param name="name">The name of a new folder; made safe.</param>
    /// <param name="template">The options of every ad. <see cref="WorkflowRequest.Force"/> allows to replace an earlier batch in <paramref name="folder"/>.</param>
    /// <param name="progress">Told when a page begins and how it is getting on; null for nobody.</param>
    /// <param name="ended">Told of each result as it comes; null for nobody.</param>
    /// <param name="cancellationToken">Stops it. The ads finished by then stay, and <c>batch.json</c> says of the others that they were stopped.</param>
    /// <exception cref="OutputError"><c>batch.json</c> exists already or cannot be written.</exception>
    public async Task<BatchResult> ExecuteAsync(
        IReadOnlyList<string> sources,
        string? folder,
        string name,
        WorkflowRequest template,
        Func<int, string, IProgress<WorkflowProgress>?>? progress = null,
        Action<BatchItem>? ended = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(template);
        if (folder is not null && !template.Force && File.Exists(Path.Combine(folder, Name)))
        {
            throw new OutputError(OutputErrorKind.Exists, $"{Path.Combine(folder, Name)} exists already. Replace the results with --force, or choose another folder with -o.");
        }

        using var output = folder is null ? OutputFolder.New(template.OutputRoot, Slug.Of(name, new Uri("file:///batch"))) : OutputFolder.Shared(folder);
        var earlier = template.Force ? await EarlierAsync(output.Path, cancellationToken).ConfigureAwait(false) : [];
        var items = new List<BatchItem>();
        try
        {
            for (var i = 0; i < sources.Count; i++)
            {
                earlier.Remove(sources[i], out var place);
                var request = template with { Source = sources[i], WorkflowId = null, Output = place, OutputRoot = output.Path };
                items.Add(await OneAsync(request, progress?.Invoke(i, sources[i]), cancellationToken).ConfigureAwait(false));
                ended?.Invoke(items[^1]);
            }
        }
        finally
        {
            items.AddRange(sources.Skip(items.Count).Select(static s => new BatchItem(s, null, "The batch was stopped before this page was done.")));
            Write(output, items);
        }

        return new BatchResult(output.Path, items);
    }

    private async Task<BatchItem> OneAsync(WorkflowRequest request, IProgress<WorkflowProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var result = await engine.ExecuteAsync(request, progress, cancellationToken).ConfigureAwait(false);
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
