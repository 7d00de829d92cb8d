using Gpu.Runtime;

namespace Gpu.Workflow.Storyboards;

/// <summary>A storyboard cannot be used.</summary>
/// <param name="path">The JSON path of the value, such as <c>$.shots[2].start</c>.</param>
/// <param name="problem">The value, its bound, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class StoryboardError(string path, string problem, Exception? inner = null)
    : OptimizationError($"Storyboard, {path}: {problem}", inner)
{
    /// <summary>The JSON path of the value.</summary>
    public string Path { get; } = path;
}
