namespace Gpu.Kernels.Video;

/// <summary>
/// How pictures are sampled between their pixels. Where a picture is made smaller by more than 9/8, either way each sample
/// takes the mean of what lies under it, antialiased.
/// </summary>
public enum FrameSampling
{
    /// <summary>The two neighbours on each axis: the fastest.</summary>
    Bilinear,

    /// <summary>
    /// Four neighbours on each axis by the Catmull-Rom spline (cubic convolution with a = -1/2, R. Keys 1981; Pillow's
    /// BICUBIC where nothing is made smaller): sharper where a picture is enlarged.
    /// </summary>
    Bicubic,
}
