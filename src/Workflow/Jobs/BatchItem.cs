using System.Text.Json.Serialization;

namespace Gpu.Workflow.Jobs;

/// <summary>What became of one page of a batch.</summary>
/// <param name="Source">What the user named.</param>
/// <param name="Output">The ad; null where there is none.</param>
/// <param name="Error">Why there is none; null where there is one.</param>
/// <param name="Kept">Whether it was made by an earlier start of the batch.</param>
public sealed record BatchItem(
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Output,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Kept = false);
