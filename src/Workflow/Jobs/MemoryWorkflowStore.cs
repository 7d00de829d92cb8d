using System.Collections.Concurrent;

namespace Gpu.Workflow.Jobs;

/// <summary>Keeps states for the life of the process: all that run, and the latest that have ended.</summary>
/// <param name="most">How many that have ended: a state has the page's content and all suggestions, and a process may run for months.</param>
internal sealed class MemoryWorkflowStore(int most = MemoryWorkflowStore.Usual) : IWorkflowStore
{
    private const int Usual = 100;

    private readonly ConcurrentDictionary<string, WorkflowState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Id, DateTimeOffset Created)> _ended = new();

    public Task SaveAsync(WorkflowState state, CancellationToken cancellationToken = default)
    {
        _states[state.WorkflowId] = state;
        if (state.IsFinal)
        {
            _ended.Enqueue((state.WorkflowId, state.CreatedAt));
            while (_ended.Count > most && _ended.TryDequeue(out var oldest))
            {
                // One that has been run again since is of a later time, and stays.
                if (_states.TryGetValue(oldest.Id, out var known) && known.IsFinal && known.CreatedAt == oldest.Created)
                {
                    _states.TryRemove(KeyValuePair.Create(oldest.Id, known));
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task<WorkflowState?> FindAsync(string workflowId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_states.GetValueOrDefault(workflowId));

    public Task<IReadOnlyList<WorkflowState>> ListAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<WorkflowState>>([.. _states.Values.OrderByDescending(static s => s.CreatedAt).ThenBy(static s => s.WorkflowId, StringComparer.Ordinal)]);
}
