using System.Diagnostics;

namespace Gpu.Workflow.Jobs;

/// <summary>The source of the workflow's activities (OpenTelemetry's spans): one a run, and below it one a stage, whose requests to devices are its children.</summary>
public static class WorkflowActivities
{
    /// <summary>The name to give to OpenTelemetry's <c>AddSource</c>.</summary>
    public const string SourceName = "Gpu.Workflow";

    internal const string Run = "gpu.workflow";
    internal const string Id = "gpu.workflow.id";
    internal const string PageSource = "gpu.workflow.source";
    internal const string Status = "gpu.workflow.status";

    internal static ActivitySource Source { get; } = new(SourceName, typeof(WorkflowActivities).Assembly.GetName().Version?.ToString(3));
}
