namespace Gpu.Workflow.Avatars;

/// <summary>The presenters that this project ships: drawings of our own, CC0.</summary>
public static class AvatarCatalogue
{
    /// <summary>What stands for nobody.</summary>
    public const string None = "none";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AvatarInfo> All { get; } =
    [
        new("bit", "a robot with a glowing face", "espeak-ng+m3"),
        new("greta", "an older woman with silver hair, round glasses and pearls", "espeak-ng+f4"),
        new("mara", "a woman with short curls and a coral blouse", "espeak-ng+f2"),
        new("omar", "a man with square glasses and a mustard jumper", "espeak-ng+m1"),
        new("theo", "a man with a beard and a navy jacket", "espeak-ng"),
        new("yuki", "a woman with a black bob and a teal polo neck", "espeak-ng+f3"),
    ];

    /// <summary>Their names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(static a => a.Name));

    /// <summary>All that a user may say of the presenter, for messages.</summary>
    public static string Accepted { get; } = $"{Names}, the path of a PNG, JPEG or WebP, {None}";

    /// <summary>The presenter of a name; null where there is none. Capitals do not matter.</summary>
    /// <param name="name">The name.</param>
    public static AvatarInfo? Find(string? name) => All.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
