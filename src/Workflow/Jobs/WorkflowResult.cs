namespace Gpu.Workflow.Jobs;

/// <summary>A finished workflow.</summary>
/// <param name="State">Its last state.</param>
/// <param name="Folder">The folder with the files; null where the ad went to a stream.</param>
/// <param name="Manifest">How it was made.</param>
public sealed record WorkflowResult(WorkflowState State, string? Folder, AdManifest Manifest);
