using Gpu.Runtime;

namespace Gpu.Workflow.Suggestions.Edits;

/// <summary>Edits cannot be used.</summary>
/// <param name="path">The JSON path of the value, such as <c>$.edits[2].id</c>.</param>
/// <param name="problem">The value, and what is accepted.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class EditError(string path, string problem, Exception? inner = null) : ConfigurationError($"Edits, {path}: {problem}", inner)
{
    /// <summary>The JSON path of the value.</summary>
    public string Path { get; } = path;
}
