using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>All that is known of a workflow. Kept as JSON (snake case), so that a status outlives the process that ran it.</summary>
public sealed record WorkflowState
{
    /// <summary>Its name: <c>^[a-zA-Z0-9_-]{1,64}$</c>.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The page: an http(s) URL of at most 2,048 characters, or a path where the host allows files.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>Where it stands.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>The avatar that was asked for; null for none.</summary>
    public string? Avatar { get; init; }

    /// <summary>What the page says; null until it is extracted.</summary>
    public PageContent? Content { get; init; }

    /// <summary>What the ad could use; empty until it is suggested.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>The finished ad; null until then, and where frames went to a stream.</summary>
    public string? VideoPath { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When this state was written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it completed, failed or was cancelled; null until then.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Seconds that each stage took, by the stage's name in lower case.</summary>
    public IReadOnlyDictionary<string, double> StageSeconds { get; init; } = new Dictionary<string, double>();

    /// <summary>Results that came from a cache.</summary>
    public int CacheHits { get; init; }

    /// <summary>Results that a cache was asked for in vain.</summary>
    public int CacheMisses { get; init; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The stage in which it went wrong or was stopped.</summary>
    public WorkflowStatus? ErrorStage { get; init; }

    /// <summary>What the user changed about suggestions.</summary>
    public IReadOnlyList<SuggestionEdit> UserEdits { get; init; } = [];

    /// <summary>What computed it: devices by id.</summary>
    public IReadOnlyList<string> OptimizationsUsed { get; init; } = [];

    /// <summary>The process that runs it, so that another can tell whether it still does.</summary>
    public WorkflowOwner? Owner { get; init; }

    /// <summary>Whether it will not change any more.</summary>
    internal bool IsFinal => Status is WorkflowStatus.Completed or WorkflowStatus.Failed or WorkflowStatus.Cancelled;
}
