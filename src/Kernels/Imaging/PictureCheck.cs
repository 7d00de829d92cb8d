namespace Gpu.Kernels.Imaging;

/// <summary>Checks of pictures' sizes and lengths.</summary>
internal static class PictureCheck
{
    /// <summary>The longest side. Beyond it a resize's sums could leave 32 bits.</summary>
    public const int MaxSide = 16384;

    public static void Size(int width, int height, string widthName, string heightName)
    {
        if (width is < 1 or > MaxSide)
        {
            throw new ArgumentOutOfRangeException(widthName, width, $"A picture is 1 to {MaxSide} pixels wide.");
        }

        if (height is < 1 or > MaxSide)
        {
            throw new ArgumentOutOfRangeException(heightName, height, $"A picture is 1 to {MaxSide} pixels high.");
        }
    }

    public static void Length(long length, int width, int height, int channels, string name)
    {
        var expected = (long)width * height * channels;
        if (length != expected)
        {
            throw new ArgumentException($"A {width}x{height} picture of {channels} bytes a pixel has {expected} bytes; these are {length}.", name);
        }
    }

    public static void Filter(ResizeFilter filter)
    {
        if (!Enum.IsDefined(filter))
        {
            throw new ArgumentOutOfRangeException(nameof(filter), filter, "Not a resize filter.");
        }
    }

    /// <summary>A length that a check is about to compare: too long for an integer is wrong all the same.</summary>
    public static int Narrow(long length) => (int)Math.Min(length, int.MaxValue);
}
