namespace Gpu.Workflow.Fetching;

/// <summary>What is asked for: it decides the limit and the types that are taken.</summary>
internal enum ResourceKind
{
    /// <summary>HTML.</summary>
    Page,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A style sheet or web app manifest.</summary>
    Design,
}
