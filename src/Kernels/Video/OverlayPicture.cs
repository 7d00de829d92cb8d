using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Video;

/// <summary>
/// A picture with alpha to lay over frames (a caption, a logo), converted once: premultiplied Y'CbCr with its alpha, the
/// chroma and its alpha filtered to the chroma sites, resident on the devices that use it.
/// </summary>
/// <remarks>
/// What lies beyond the picture counts as transparent when chroma is filtered. That is exact inside a frame; where an
/// overlay without a transparent rim touches the frame's left, top or bottom edge, the outermost chroma samples let a
/// quarter (left) or an eighth (top, bottom) of the ground's colour through. A card that fills the frame is better a
/// <see cref="FramePicture"/>.
/// </remarks>
public sealed class OverlayPicture : IDisposable
{
    private const int Largest = 16_384;

    private OverlayPicture(int width, int height, OverlayPlanes cut)
    {
        Width = width;
        Height = height;
        Cut = cut;
        Planes = new ResidentData<byte>(cut.Bytes);
    }

    /// <summary>Width in pixels, even.</summary>
    public int Width { get; }

    /// <summary>Height in pixels, even.</summary>
    public int Height { get; }

    /// <summary>The converted planes; their layout is this project's own.</summary>
    internal ResidentData<byte> Planes { get; }

    /// <summary>Which part of the picture the planes hold.</summary>
    internal OverlayPlanes Cut { get; }

    /// <summary>Converts a picture.</summary>
    /// <param name="width">Pixels, even, 2 to 16,384.</param>
    /// <param name="height">Pixels, even, 2 to 16,384.</param>
    /// <param name="rgba">Straight (not premultiplied) R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <exception cref="ArgumentException">A size is odd or out of range, or the length is not <c>width * height * 4</c>.</exception>
    public static OverlayPicture FromRgba(int width, int height, ReadOnlySpan<byte> rgba)
    {
        if (width is < 2 or > Largest || height is < 2 or > Largest || ((width | height) & 1) != 0)
        {
            throw new ArgumentException($"Overlays have even sizes of 2x2 to {Largest}x{Largest}; this one is {width}x{height}.");
        }

        if (rgba.Length != width * height * 4)
        {
            throw new ArgumentException($"A {width}x{height} RGBA overlay has {width * height * 4} bytes; these are {rgba.Length}.");
        }

        return new OverlayPicture(width, height, OverlayConversion.Convert(width, height, rgba));
    }

    /// <inheritdoc/>
    public void Dispose() => Planes.Dispose();
}
