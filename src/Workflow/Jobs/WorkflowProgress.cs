namespace Gpu.Workflow.Jobs;

/// <summary>How far a workflow is.</summary>
/// <param name="Status">The stage.</param>
/// <param name="Step">What is being done in it, in a word or two.</param>
/// <param name="Frames">Frames rendered; 0 before rendering.</param>
/// <param name="TotalFrames">Frames to render; 0 before that is known.</param>
public readonly record struct WorkflowProgress(WorkflowStatus Status, string Step, int Frames, int TotalFrames);
