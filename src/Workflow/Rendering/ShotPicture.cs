using Gpu.Kernels.Video;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>A shot's picture, ready for frames.</summary>
/// <param name="Picture">The picture, this object's own.</param>
/// <param name="Window">What part of the source it is.</param>
/// <param name="Ground">What lies under it where it does not fill the frame, this object's own; null where it does.</param>
/// <param name="Rotation">How it is turned; null for upright.</param>
/// <param name="Ease">How its box moves.</param>
internal sealed record ShotPicture(FramePicture Picture, PictureWindow Window, FramePicture? Ground, ShotRotation? Rotation, MotionEase Ease) : IDisposable
{
    /// <summary>The layer of a frame.</summary>
    /// <param name="part">How far the shot is, 0 to 1.</param>
    public FrameLayer At(double part)
    {
        var eased = Easing.At(Ease, Math.Clamp(part, 0, 1));
        return new FrameLayer(Picture, Window.At(eased))
        {
            Ground = Ground,
            Rotation = Rotation is { } turn ? turn.From + ((turn.To - turn.From) * eased) : 0,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Picture.Dispose();
        Ground?.Dispose();
    }
}
