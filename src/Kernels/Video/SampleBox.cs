namespace Gpu.Kernels.Video;

/// <summary>
/// The part of a picture that fills the frame, in pixels of the picture, edges not pixel centres: the whole of a 100x50
/// picture is (0, 0, 100, 50). Output pixel (X, Y) samples x + (X + 0.5) width / frame width - 0.5, likewise y. Fractions
/// are kept: a box never snaps to whole pixels. Outside the picture its edge is repeated.
/// </summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, over 0.</param>
/// <param name="Height">Height, over 0.</param>
public readonly record struct SampleBox(double X, double Y, double Width, double Height);
