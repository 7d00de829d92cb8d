namespace Gpu.Kernels.Video;

/// <summary>A picture and the part of it that fills the frame.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Box">The part, in pixels of the picture.</param>
public readonly record struct FrameLayer(FramePicture Picture, SampleBox Box)
{
    /// <summary>
    /// Degrees by which the picture is turned clockwise about the middle of <see cref="Box"/>, which stays in the middle of
    /// the frame. The turned box reaches beyond itself at the corners.
    /// </summary>
    public double Rotation { get; init; }

    /// <summary>
    /// What is seen where the box reaches beyond the picture, instead of the picture's repeated edge; its whole fills the
    /// frame and stays. Made for pictures of another shape by <see cref="Imaging.BackgroundFill"/>. Null for none.
    /// </summary>
    public FramePicture? Ground { get; init; }

    /// <summary>The part of the ground that fills the frame.</summary>
    internal SampleBox GroundBox => new(
        GroundShift.X * (Ground?.Width ?? 0), GroundShift.Y * (Ground?.Height ?? 0),
        (1 - GroundShrink) * (Ground?.Width ?? 0), (1 - GroundShrink) * (Ground?.Height ?? 0));

    // In parts of the ground: where its box starts, and what it is smaller than the whole.
    private (double X, double Y) GroundShift { get; init; }

    private double GroundShrink { get; init; }

    /// <summary>The view moved over the picture by parts of the frame: the picture moves the other way.</summary>
    internal FrameLayer Moved(double across, double down)
    {
        var (sin, cos) = Rotation == 0 ? (0, 1) : Math.SinCos(Rotation * Math.PI / 180);
        double right = across * Box.Width, below = down * Box.Height;
        return this with
        {
            Box = Box with { X = Box.X + (cos * right) + (sin * below), Y = Box.Y - (sin * right) + (cos * below) },
            GroundShift = (GroundShift.X + (across * (1 - GroundShrink)), GroundShift.Y + (down * (1 - GroundShrink))),
        };
    }

    /// <summary>The view made smaller around its middle: the picture comes nearer.</summary>
    internal FrameLayer Zoomed(double size) => this with
    {
        Box = new SampleBox(
            Box.X + (0.5 * (1 - size) * Box.Width), Box.Y + (0.5 * (1 - size) * Box.Height), size * Box.Width, size * Box.Height),
        GroundShift = (GroundShift.X + (0.5 * (1 - size) * (1 - GroundShrink)), GroundShift.Y + (0.5 * (1 - size) * (1 - GroundShrink))),
        GroundShrink = 1 - (size * (1 - GroundShrink)),
    };
}
