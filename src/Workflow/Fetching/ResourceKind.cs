namespace Gpu.Workflow.Fetching;

/// <summary>What is asked for: it decides the limit and the types that are taken.</summary>
internal enum ResourceKind
{
    /// <summary>HTML.</summary>
    Page,

    /// <summary>A picture.</summary>
    Picture,
}
