using System.Collections.Concurrent;

namespace Gpu.Workflow.Jobs;

/// <summary>Keeps states for the life of the process.</summary>
internal sealed class MemoryWorkflowStore : IWorkflowStore
{
    private readonly ConcurrentDictionary<string, WorkflowState> _states = new(StringComparer.Ordinal);

    public Task SaveAsync(WorkflowState state, CancellationToken cancellationToken = default)
    {
        _states[state.WorkflowId] = state;
        return Task.CompletedTask;
    }

    public Task<WorkflowState?> FindAsync(string workflowId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_states.GetValueOrDefault(workflowId));

    public Task<IReadOnlyList<WorkflowState>> ListAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<WorkflowState>>([.. _states.Values.OrderByDescending(static s => s.CreatedAt).ThenBy(static s => s.WorkflowId, StringComparer.Ordinal)]);
}
