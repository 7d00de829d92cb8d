using System.Collections.Concurrent;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Avatars.Speaking;
using SkiaSharp;

namespace Gpu.Workflow.Avatars.Drawing;

/// <summary>The drawing of a presenter, in parts that move by themselves.</summary>
internal sealed class AvatarArtwork
{
    private const string Shapes = "XABCDEFGH";
    private static readonly ConcurrentDictionary<string, AvatarArtwork> Known = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, IReadOnlyList<ArtShape>> _groups;

    private AvatarArtwork(string name)
    {
        using var stream = typeof(AvatarArtwork).Assembly.GetManifestResourceStream($"Avatars/{name}.svg") ?? throw new InvalidOperationException($"The drawing of {name} is not in the assembly.");
        _groups = ArtReader.Read(stream);
    }

    /// <summary>The drawing of one of <see cref="AvatarCatalogue"/>.</summary>
    public static AvatarArtwork Of(AvatarInfo avatar) => Known.GetOrAdd(avatar.Name, static name => new AvatarArtwork(name));

    /// <summary>What is behind all else: hair.</summary>
    public Action<SKCanvas> Back => Group("back");

    /// <summary>Neck, shoulders, clothes.</summary>
    public Action<SKCanvas> Body => Group("body");

    /// <summary>The head without its features.</summary>
    public Action<SKCanvas> Head => Group("head");

    /// <summary>Nose and cheeks.</summary>
    public Action<SKCanvas> Features => Group("features");

    /// <summary>The brows.</summary>
    public Action<SKCanvas> Brows => Group("brows");

    /// <summary>What is before all else: glasses, earrings.</summary>
    public Action<SKCanvas> Front => Group("front");

    /// <summary>A state of the eyes.</summary>
    public Action<SKCanvas> EyesOf(Eyes eyes) => Group(eyes switch { Eyes.Open => "eyes-open", Eyes.Half => "eyes-half", _ => "eyes-closed" });

    /// <summary>A shape of the mouth.</summary>
    public Action<SKCanvas> MouthOf(Viseme viseme) => Group($"mouth-{Shapes[(int)viseme]}");

    // Not every drawing has every part: a robot has no brows.
    private Action<SKCanvas> Group(string id) => canvas =>
    {
        foreach (var shape in _groups.TryGetValue(id, out var shapes) ? shapes : [])
        {
            shape.Draw(canvas);
        }
    };
}
