namespace Gpu.Kernels.Video;

/// <summary>The layout of planar 4:2:0 pictures: Y, then Cb, then Cr, without padding.</summary>
public static class I420
{
    /// <summary>The bytes of a picture.</summary>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    public static int Length(int width, int height) => checked(width * height / 2 * 3);

    /// <summary>Checks a picture's size and length.</summary>
    /// <exception cref="ArgumentException">A size is odd or under 2, or the length is not <see cref="Length"/>.</exception>
    public static void Check(int width, int height, int length)
    {
        if (width < 2 || height < 2 || (width & 1) != 0 || (height & 1) != 0)
        {
            throw new ArgumentException($"4:2:0 pictures have even sizes of at least 2x2; this one is {width}x{height}.");
        }

        if (length != Length(width, height))
        {
            throw new ArgumentException($"A {width}x{height} 4:2:0 picture has {Length(width, height)} bytes; these are {length}.");
        }
    }
}
