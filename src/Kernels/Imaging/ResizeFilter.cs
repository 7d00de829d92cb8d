namespace Gpu.Kernels.Imaging;

/// <summary>Filters of the antialiased resize, as Pillow defines them (Resample.c).</summary>
public enum ResizeFilter
{
    /// <summary>Support 1, 1 - |x|. Pillow calls it BILINEAR.</summary>
    Triangle,

    /// <summary>Support 2, a = -0.5.</summary>
    Bicubic,

    /// <summary>Support 3, sinc(x) sinc(x/3).</summary>
    Lanczos,

    /// <summary>Support 0.5, 1 within: the mean of the pixels covered where it shrinks.</summary>
    Box,
}
