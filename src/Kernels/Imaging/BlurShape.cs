namespace Gpu.Kernels.Imaging;

/// <summary>The sizes of a blur, as its kernels take them. Make one anew for another radius: what follows from it is computed once.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Channels">Bytes a pixel.</param>
/// <param name="Radius">Pixels on each side that count.</param>
/// <param name="Edge">1 where the edge pixels are repeated in the reflection, as a small picture that stands for a large one must have them.</param>
internal readonly record struct BlurShape(int Width, int Height, int Channels, int Radius, int Edge = 0)
{
    /// <summary>Pixels in a box.</summary>
    public int Area { get; } = ((2 * Radius) + 1) * ((2 * Radius) + 1);

    /// <summary>Half a pixel's part of a box, made on the host: float division is not promised on every device.</summary>
    public float HalfPart { get; } = 0.5f / (((2 * Radius) + 1) * ((2 * Radius) + 1));

    /// <summary>Values a row.</summary>
    public int Values => Width * Channels;

    /// <summary>
    /// A place outside a picture, reflected into it as often as it takes: about its edge pixel (OpenCV's BORDER_REFLECT_101),
    /// or about its very edge (BORDER_REFLECT) where <paramref name="edge"/> is 1.
    /// </summary>
    public static int Reflect(int i, int length, int edge)
    {
        while (i < 0 || i >= length)
        {
            i = length == 1 ? 0 : i < 0 ? -i - edge : (2 * length) - 2 - i + edge;
        }

        return i;
    }
}
