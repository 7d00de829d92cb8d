namespace Gpu.Kernels.Video;

/// <summary>A picture and the part of it that fills the frame.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Box">The part, in pixels of the picture.</param>
public readonly record struct FrameLayer(FramePicture Picture, SampleBox Box)
{
    /// <summary>The view moved over the picture by parts of the frame: the picture moves the other way.</summary>
    internal FrameLayer Moved(double across, double down) =>
        this with { Box = Box with { X = Box.X + (across * Box.Width), Y = Box.Y + (down * Box.Height) } };

    /// <summary>The view made smaller around its middle: the picture comes nearer.</summary>
    internal FrameLayer Zoomed(double size) => this with
    {
        Box = new SampleBox(
            Box.X + (0.5 * (1 - size) * Box.Width), Box.Y + (0.5 * (1 - size) * Box.Height), size * Box.Width, size * Box.Height),
    };
}
