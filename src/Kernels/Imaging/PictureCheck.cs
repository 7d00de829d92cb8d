using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using ILGPU;

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

    public static void Planes(ArrayView<byte> rgba, ArrayView<byte> planes, int width, int height, PlaneFormat format)
    {
        Size(width, height, nameof(width), nameof(height));
        I420.Check(width, height, Narrow(planes.Length));
        Length(rgba.Length, width, height, 4, nameof(rgba));
        if (!Enum.IsDefined(format.Layout) || !Enum.IsDefined(format.Matrix) || !Enum.IsDefined(format.Range))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of planes.");
        }

        ViewCheck.Apart(rgba, planes, nameof(rgba), nameof(planes));
    }

    /// <summary>Where each byte is read just before it is written, the two may be one view, but not overlap otherwise.</summary>
    public static void SameOrApart(ArrayView<byte> read, ArrayView<byte> written, string readName, string writtenName)
    {
        if (ViewCheck.Overlap(read, written, out var start, out var writtenStart) && start != writtenStart)
        {
            throw new ArgumentException($"{writtenName} begins {writtenStart - start} bytes after {readName} and overlaps it. Give it the same view, or memory of its own.", writtenName);
        }
    }

    public static void Channels(int channels)
    {
        if (channels is < 1 or > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture has 1 to 4 bytes a pixel.");
        }
    }

    public static void Background(int background)
    {
        if (background is < 0 or > 0xFFFFFF)
        {
            throw new ArgumentOutOfRangeException(nameof(background), background, "A background is 0xRRGGBB.");
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
