using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Video;

/// <summary>
/// A picture ready to be sampled into frames: planar 4:2:0 Y'CbCr (BT.709, limited range, left-sited chroma), 8-bit, and
/// resident on the devices that use it. Made by <see cref="Imaging.PreparePicture"/>.
/// </summary>
public sealed class FramePicture : IDisposable
{
    /// <summary>Wraps planes.</summary>
    /// <param name="width">Pixels, even, at least 2.</param>
    /// <param name="height">Pixels, even, at least 2.</param>
    /// <param name="planes">The Y plane (width x height), then Cb, then Cr (each width/2 x height/2), without padding.</param>
    /// <exception cref="ArgumentException">A size is odd or too small, or the planes do not have <c>width * height * 3 / 2</c> bytes.</exception>
    public FramePicture(int width, int height, ReadOnlyMemory<byte> planes)
    {
        I420.Check(width, height, planes.Length);
        Width = width;
        Height = height;
        Planes = new ResidentData<byte>(planes);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The planes, Y then Cb then Cr.</summary>
    public ResidentData<byte> Planes { get; }

    /// <inheritdoc/>
    public void Dispose() => Planes.Dispose();
}
