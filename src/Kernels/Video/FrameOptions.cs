using Gpu.Kernels.Imaging.Grading;

namespace Gpu.Kernels.Video;

/// <summary>How a frame is made, beside its pictures. The default is a crossfade without anything else.</summary>
public readonly record struct FrameOptions
{
    /// <summary>How the first picture gives way to the second.</summary>
    public Transition Transition { get; init; }

    /// <summary>How the pictures are sampled.</summary>
    public FrameSampling Sampling { get; init; }

    /// <summary>
    /// -1 to 1, added to luma as parts of 255. 0 changes nothing, as with the next three.
    /// </summary>
    public double Brightness { get; init; }

    /// <summary>-1 (grey) to 1 (twice): luma's distance from 128 is multiplied by 1 + this.</summary>
    public double Contrast { get; init; }

    /// <summary>-1 (no colour) to 1 (twice): chroma is multiplied by 1 + this.</summary>
    public double Saturation { get; init; }

    /// <summary>
    /// 0 (none) to 1: light is multiplied by (1 - v q)², where q is the square of the distance from the middle, 1 in the
    /// corners; the first terms of a lens's cos⁴ fall-off.
    /// </summary>
    public double Vignette { get; init; }

    /// <summary>
    /// Adds blue noise of up to half a level where the result is rounded to 8 bits, so that soft pictures neither band nor
    /// move in steps. The noise depends on the place and <see cref="FrameNumber"/> alone, and leaves whole levels as they are.
    /// </summary>
    public bool Dither { get; init; }

    /// <summary>Moves the dither's pattern; the frame's number in its film, or 0 for a pattern that stays.</summary>
    public int FrameNumber { get; init; }

    /// <summary>
    /// Colours that take the place of the finished frame's, overlays included, in R'G'B' of 8 bits; null for none. Dither
    /// comes before.
    /// </summary>
    public ColourCube? Cube { get; init; }

    /// <summary>
    /// Mixes the two pictures as their light would mix (sRGB's transfer function), at full resolution in R'G'B' of 8 bits.
    /// The default mixes Y'CbCr, as other tools do.
    /// </summary>
    public bool LinearLight { get; init; }

    /// <summary>The order of the result's samples.</summary>
    public FrameLayout Layout { get; init; }
}
