namespace Gpu.Workflow.Jobs;

/// <summary>Many pages of which ads are to be made.</summary>
public sealed record BatchRequest
{
    /// <summary>URLs or paths.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The options of every ad. <see cref="WorkflowRequest.Force"/> allows to replace an earlier batch in <see cref="Folder"/>.</summary>
    public required WorkflowRequest Template { get; init; }

    /// <summary>Where to write; null for a folder named after <see cref="Name"/> in the template's <see cref="WorkflowRequest.OutputRoot"/>: a new one, or with <see cref="Resume"/> the latest.</summary>
    public string? Folder { get; init; }

    /// <summary>The name of a folder; made safe.</summary>
    /// <value><c>batch</c></value>
    public string Name { get; init; } = "batch";

    /// <summary>
    /// Whether to go on with a batch that was interrupted, however it was: ads that are whole, of the same options, version and
    /// page are kept, and all others made.
    /// </summary>
    public bool Resume { get; init; }
}
