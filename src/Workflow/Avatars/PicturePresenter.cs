using Gpu.Kernels.Judging;
using Gpu.Kernels.Video;
using Gpu.Workflow.Avatars.Drawing;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Overlays;
using SkiaSharp;

namespace Gpu.Workflow.Avatars;

/// <summary>
/// A picture of the user's in the badge. A mouth cannot be drawn into it honestly: that it speaks is told by rings around
/// it, which follow the voice.
/// </summary>
internal sealed class PicturePresenter : Presenter
{
    private const float Inner = 0.12f;
    private const float Outer = 0.5f;
    private readonly AvatarLayer _ground;
    private readonly AvatarLayer _picture;
    private readonly AvatarLayer _inner;
    private readonly AvatarLayer _outer;

    /// <summary>Draws all parts.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="crop">The part of it that is seen, about square.</param>
    /// <param name="colours">The style.</param>
    /// <param name="canvas">Where.</param>
    /// <param name="poses">One a frame.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    public PicturePresenter(Bitmap picture, CropBox crop, StoryboardColours colours, AvatarCanvas canvas, Pose[] poses, int framesPerSecond)
        : base(canvas, poses, framesPerSecond)
    {
        _ground = Layer(1, c => Badge.Ground(c, colours));
        _picture = Layer(1, c => Draw(c, picture, crop));
        _inner = Layer(1, c => Badge.Halo(c, colours, outer: false));
        _outer = Layer(1, c => Badge.Halo(c, colours, outer: true));
    }

    /// <inheritdoc/>
    protected override void Add(List<FrameOverlay> overlays, in Pose pose, double opacity)
    {
        // The whole badge moves, by less than a head would.
        var calm = pose with { X = pose.X * 0.3f, Y = pose.Y * 0.5f };
        overlays.Add(Lay(_ground, calm, opacity));
        overlays.Add(Lay(_outer, calm, opacity * Math.Clamp((pose.Voice - Outer) / (0.9 - Outer), 0, 1)));
        overlays.Add(Lay(_inner, calm, opacity * Math.Clamp((pose.Voice - Inner) / (Outer - Inner), 0, 1)));
        overlays.Add(Lay(_picture, calm, opacity));
    }

    private static void Draw(SKCanvas canvas, Bitmap picture, CropBox crop)
    {
        canvas.Save();
        Badge.ClipRound(canvas);
        var square = Badge.Square;
        var scale = Math.Max(square.Width / crop.Width, square.Height / crop.Height);
        CardPainter.DrawBitmap(canvas, picture, SKRect.Create(
            square.MidX - ((crop.X + (crop.Width / 2f)) * scale), square.MidY - ((crop.Y + (crop.Height / 2f)) * scale), picture.Width * scale, picture.Height * scale));
        canvas.Restore();
        Badge.Ring(canvas);
    }
}
