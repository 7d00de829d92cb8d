using Gpu.Workflow.Sound.Music;

namespace Gpu.Workflow.Storyboards;

/// <summary>The moods of music that is made.</summary>
public static class SoundMoods
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Moods.All.Select(static m => m.Name)];
}
