namespace Gpu.Workflow.Jobs;

/// <summary>Where a workflow stands.</summary>
public enum WorkflowStatus
{
    /// <summary>Accepted, not begun.</summary>
    Pending,

    /// <summary>The page is being fetched and read.</summary>
    Extracting,

    /// <summary>Suggestions are being made and scored.</summary>
    Suggesting,

    /// <summary>The storyboard is planned, frames are rendered and encoded.</summary>
    Generating,

    /// <summary>The ad is there.</summary>
    Completed,

    /// <summary>It ended with an error; <see cref="WorkflowState.Error"/> says which.</summary>
    Failed,

    /// <summary>It was stopped on request.</summary>
    Cancelled,
}
