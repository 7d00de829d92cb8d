using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Video;

/// <summary>
/// A picture with alpha to lay over frames (a caption, a logo), converted once: premultiplied Y'CbCr with its alpha, the
/// chroma and its alpha filtered to the chroma sites, resident on the devices that use it.
/// </summary>
public sealed class OverlayPicture : IDisposable
{
    private OverlayPicture(int width, int height, byte[] planes)
    {
        Width = width;
        Height = height;
        Planes = new ResidentData<byte>(planes);
    }

    /// <summary>Width in pixels, even.</summary>
    public int Width { get; }

    /// <summary>Height in pixels, even.</summary>
    public int Height { get; }

    /// <summary>The converted planes; their layout is this project's own.</summary>
    internal ResidentData<byte> Planes { get; }

    /// <summary>Converts a picture.</summary>
    /// <param name="width">Pixels, even, at least 2.</param>
    /// <param name="height">Pixels, even, at least 2.</param>
    /// <param name="rgba">Straight (not premultiplied) R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <exception cref="ArgumentException">A size is odd or too small, or the length is not <c>width * height * 4</c>.</exception>
    public static OverlayPicture FromRgba(int width, int height, ReadOnlySpan<byte> rgba) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => Planes.Dispose();
}
