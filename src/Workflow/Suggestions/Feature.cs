namespace Gpu.Workflow.Suggestions;

/// <summary>A feature of a kind of candidate.</summary>
/// <param name="Name">As written in suggestions.</param>
/// <param name="Weight">What it counts; a kind's weights sum to 1, so that scores lie between 0 and 1.</param>
/// <param name="Because">What a high value says, to follow "it".</param>
internal readonly record struct Feature(string Name, float Weight, string Because);
