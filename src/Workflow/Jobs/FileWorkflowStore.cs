using System.Text.Json;
using Gpu.Runtime;

namespace Gpu.Workflow.Jobs;

/// <summary>Keeps each state in a JSON file of its own. A file is replaced in one step, so that a reader sees the old state or the new.</summary>
internal sealed class FileWorkflowStore(string folder) : IWorkflowStore
{
    private const string Extension = ".json";

    public async Task SaveAsync(WorkflowState state, CancellationToken cancellationToken = default)
    {
        var path = PathOf(state.WorkflowId);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = File.Create(temporary))
            {
                await JsonSerializer.SerializeAsync(file, state, WorkflowJson.State, cancellationToken).ConfigureAwait(false);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            File.Delete(temporary);
            throw new ConfigurationError($"The state of workflow {state.WorkflowId} cannot be kept in {folder}: {e.Message} Set {nameof(WorkflowOptions.StateFolder)} to a folder that can be written.", e);
        }
        catch (OperationCanceledException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    public async Task<WorkflowState?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        WorkflowValidator.ValidateId(workflowId);
        return await ReadAsync(PathOf(workflowId), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<WorkflowState>> ListAsync(CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var states = new List<WorkflowState>();
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            if (await ReadAsync(path, cancellationToken).ConfigureAwait(false) is { } state)
            {
                states.Add(state);
            }
        }

        return [.. states.OrderByDescending(static s => s.CreatedAt).ThenBy(static s => s.WorkflowId, StringComparer.Ordinal)];
    }

    // The id was checked when the workflow was accepted: it cannot name another folder.
    private string PathOf(string workflowId) => Path.Combine(folder, workflowId + Extension);

    private static async Task<WorkflowState?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, WorkflowJson.State, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new ConfigurationError($"{path} holds no state of a workflow: {e.Message} Delete it, or restore it.", e);
        }
    }
}
