namespace Gpu.Workflow.Jobs;

/// <summary>A stage whose results depend on more than its inputs and its code: a program, fonts, settings.</summary>
internal interface IStageIdentity
{
    /// <summary>All of that; null where it cannot be told, so that nothing is kept.</summary>
    string? Identity { get; }
}
