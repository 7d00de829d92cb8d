namespace Gpu.Workflow.Jobs;

/// <summary>Keeps the states of workflows.</summary>
public interface IWorkflowStore
{
    /// <summary>Keeps a state in place of the one of the same id.</summary>
    Task SaveAsync(WorkflowState state, CancellationToken cancellationToken = default);

    /// <summary>The state of a workflow; null where there is none.</summary>
    Task<WorkflowState?> FindAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>All states, the newest first.</summary>
    Task<IReadOnlyList<WorkflowState>> ListAsync(CancellationToken cancellationToken = default);
}
