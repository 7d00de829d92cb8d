using System.Text.Json;

namespace Gpu.Workflow.Storyboards;

/// <summary>What a style is, for people.</summary>
/// <param name="Name">Its name, for storyboards and <c>--style</c>.</param>
/// <param name="Text">What it is, in a few words.</param>
/// <param name="Font">Its font.</param>
/// <param name="Shape">What stands behind words over pictures.</param>
/// <param name="Transitions">How pictures give way to each other.</param>
public sealed record StyleInfo(string Name, string Text, string Font, string Shape, IReadOnlyList<string> Transitions)
{
    /// <summary>All styles.</summary>
    public static IReadOnlyList<StyleInfo> All { get; } =
        [.. StoryStyle.All.Select(static s => new StyleInfo(s.Name, s.Text, s.Font, JsonNamingPolicy.CamelCase.ConvertName(s.Shape.ToString()), s.Transitions))];
}
