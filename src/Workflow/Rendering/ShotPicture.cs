using Gpu.Kernels.Video;

namespace Gpu.Workflow.Rendering;

/// <summary>A shot's picture, ready for frames.</summary>
/// <param name="Picture">The picture, this object's own.</param>
/// <param name="Window">What part of the source it is.</param>
/// <param name="Ground">What lies under it where it does not fill the frame, this object's own; null where it does.</param>
internal sealed record ShotPicture(FramePicture Picture, PictureWindow Window, FramePicture? Ground) : IDisposable
{
    /// <summary>The layer of a frame.</summary>
    /// <param name="part">How far the shot is, 0 to 1.</param>
    public FrameLayer At(double part) => new(Picture, Window.At(Math.Clamp(part, 0, 1))) { Ground = Ground };

    /// <inheritdoc/>
    public void Dispose()
    {
        Picture.Dispose();
        Ground?.Dispose();
    }
}
