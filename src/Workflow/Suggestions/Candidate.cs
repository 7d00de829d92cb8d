using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions;

/// <summary>A suggestion before it is scored.</summary>
/// <param name="Id">Stable within a page.</param>
/// <param name="Text">The words.</param>
/// <param name="Terms">The terms of the words.</param>
/// <param name="Features">One value, 0 to 1, for each of the kind's features, in their order.</param>
/// <param name="Image">The picture, for kinds that have one.</param>
internal sealed record Candidate(string Id, string Text, HashSet<string> Terms, float[] Features, PageImage? Image = null);
