using Gpu.Kernels.Video;
using Gpu.Workflow.Avatars.Drawing;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Avatars.Speaking;
using Gpu.Workflow.Rendering.Overlays;

namespace Gpu.Workflow.Avatars;

/// <summary>One of <see cref="AvatarCatalogue"/>: speaks, blinks and moves its head.</summary>
internal sealed class DrawnPresenter : Presenter
{
    private const float Near = 1.3f;
    private readonly AvatarLayer[] _behind;
    private readonly AvatarLayer[] _eyes;
    private readonly AvatarLayer _brows;
    private readonly AvatarLayer[] _mouths;
    private readonly AvatarLayer _front;

    /// <summary>Draws all parts.</summary>
    public DrawnPresenter(AvatarInfo avatar, StoryboardColours colours, AvatarCanvas canvas, Pose[] poses, int framesPerSecond)
        : base(canvas, poses, framesPerSecond)
    {
        var art = AvatarArtwork.Of(avatar);
        _behind =
        [
            Layer(0, c => Badge.Ground(c, colours)),
            Layer(0.7f, c => Clipped(c, art.Back)),
            Layer(0.15f, c => Clipped(c, art.Body)),
            Layer(0, Badge.LowerRing),
            Layer(1, art.Head),
            Layer(Near, art.Features),
        ];
        _eyes = [.. Enum.GetValues<Eyes>().Select(e => Layer(Near, art.EyesOf(e)))];
        _brows = Layer(Near, art.Brows);
        _mouths = [.. Enum.GetValues<Viseme>().Select(v => Layer(Near, art.MouthOf(v)))];
        _front = Layer(1.15f, art.Front);
    }

    /// <inheritdoc/>
    protected override void Add(List<FrameOverlay> overlays, in Pose pose, double opacity)
    {
        foreach (var layer in _behind)
        {
            overlays.Add(Lay(layer, pose, opacity));
        }

        overlays.Add(Lay(_eyes[(int)pose.Eyes], pose, opacity));
        overlays.Add(Lay(_brows, pose, opacity, pose.Brows));
        overlays.Add(Lay(_mouths[(int)pose.Mouth], pose, opacity));
        overlays.Add(Lay(_front, pose, opacity));
    }

    private static void Clipped(SkiaSharp.SKCanvas canvas, Action<SkiaSharp.SKCanvas> draw)
    {
        Badge.ClipBody(canvas);
        draw(canvas);
    }
}
