using Gpu.Kernels.Video;
using Gpu.Workflow.Avatars.Drawing;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Avatars;

/// <summary>A presenter that is ready to be laid over frames. Nothing is drawn or allocated for a frame.</summary>
internal abstract class Presenter(AvatarCanvas canvas, Pose[] poses, int framesPerSecond) : IDisposable
{
    private const double Coming = 0.4;
    private readonly List<OverlayPicture> _pictures = [];

    /// <summary>Adds the presenter to a frame's overlays.</summary>
    /// <param name="overlays">Takes them, the last on top.</param>
    /// <param name="frame">The frame's number.</param>
    public void AddTo(List<FrameOverlay> overlays, int frame)
    {
        var opacity = Easing.At(MotionEase.Cubic, Math.Min(1, frame / (Coming * framesPerSecond)));
        if (opacity > 0)
        {
            Add(overlays, poses[frame], opacity);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _pictures.ForEach(static p => p.Dispose());

    /// <summary>Adds a pose.</summary>
    protected abstract void Add(List<FrameOverlay> overlays, in Pose pose, double opacity);

    /// <summary>Draws a part.</summary>
    protected AvatarLayer Layer(float depth, Action<SkiaSharp.SKCanvas> draw)
    {
        var picture = canvas.Draw(draw);
        _pictures.Add(picture);
        return new AvatarLayer(picture, depth);
    }

    /// <summary>A part at its place.</summary>
    protected FrameOverlay Lay(AvatarLayer layer, in Pose pose, double opacity, float rise = 0) => new(layer.Picture, canvas.Place.X, canvas.Place.Y, opacity)
    {
        MoveX = layer.Depth * pose.X * canvas.Diameter,
        MoveY = ((layer.Depth * pose.Y) - rise) * canvas.Diameter,
    };
}
