namespace Gpu.Kernels.Video;

/// <summary>An overlay at its place in a frame. Parts outside the frame are cut off.</summary>
/// <param name="Picture">The overlay.</param>
/// <param name="X">The column of its left edge, even (it may be negative).</param>
/// <param name="Y">The row of its top edge, even (it may be negative).</param>
/// <param name="Opacity">0 (not there) to 1.</param>
public readonly record struct FrameOverlay(OverlayPicture Picture, int X, int Y, double Opacity);
