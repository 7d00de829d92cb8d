namespace Gpu.Kernels.Imaging;

/// <summary>Where the samples of a 4:2:0 picture are, as kernels take it.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="Red">The first Cr; the first Cb is behind the luma.</param>
/// <param name="Step">From one Cb, or Cr, of a row to the next.</param>
internal readonly record struct PlaneShape(int Width, int Height, int Red, int Step)
{
    /// <summary>The first Cb.</summary>
    public int Blue => Width * Height;

    /// <summary>Chroma samples a row.</summary>
    public int Half => Width / 2;

    public static PlaneShape Of(int width, int height, PlaneLayout layout) => layout == PlaneLayout.Nv12
        ? new(width, height, (width * height) + 1, 2)
        : new(width, height, width * height / 4 * 5, 1);

    /// <summary>Where a chroma row starts, from the first Cb or Cr.</summary>
    public int Row(int y) => y * Half * Step;
}
