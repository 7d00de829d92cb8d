using System.Text.Json;
using Gpu.Kernels.Video;

namespace Gpu.Workflow.Storyboards;

/// <summary>The names that transitions have in storyboards.</summary>
internal static class TransitionNames
{
    private static readonly Dictionary<string, Transition> Known = new(
        Enum.GetValues<Transition>().Select(t => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(t.ToString()), t)), StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, for messages.</summary>
    public static string All { get; } = string.Join(", ", Known.Keys);

    /// <summary>The name of a transition.</summary>
    public static string Of(Transition transition) => JsonNamingPolicy.CamelCase.ConvertName(transition.ToString());

    /// <summary>Whether a name is known.</summary>
    public static bool IsKnown(string? name) => name is not null && Known.ContainsKey(name);

    /// <summary>The transition of a name that <see cref="StoryboardCheck"/> let through.</summary>
    public static Transition Find(string name) => Known[name];
}
