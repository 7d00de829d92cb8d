namespace Gpu.Kernels.Video;

/// <summary>An overlay at its place in a frame. Parts outside the frame are cut off.</summary>
/// <param name="Picture">The overlay.</param>
/// <param name="X">The column of its left edge, even (it may be negative).</param>
/// <param name="Y">The row of its top edge, even (it may be negative).</param>
/// <param name="Opacity">0 (not there) to 1.</param>
public readonly record struct FrameOverlay(OverlayPicture Picture, int X, int Y, double Opacity)
{
    /// <summary>
    /// Pixels to the right of <see cref="X"/>, with fractions, for overlays that move: any number, even or not. Where
    /// this or <see cref="MoveY"/> is not 0 the overlay is sampled between its pixels, bilinearly.
    /// </summary>
    public double MoveX { get; init; }

    /// <summary>Pixels below <see cref="Y"/>, likewise.</summary>
    public double MoveY { get; init; }
}
