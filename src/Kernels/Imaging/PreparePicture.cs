using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Makes a decoded picture ready for frames: antialiased resize, source-over onto an opaque colour where it has alpha,
/// and conversion to I420 (BT.709, limited range, left-sited).
/// </summary>
public sealed class PreparePicture : IDeviceWork
{
    /// <summary>Describes the work.</summary>
    /// <param name="sourceWidth">Pixels, at least 1.</param>
    /// <param name="sourceHeight">Pixels, at least 1.</param>
    /// <param name="rgba">Straight R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <param name="width">Pixels to make, even.</param>
    /// <param name="height">Pixels to make, even.</param>
    /// <param name="filter">How to resize.</param>
    /// <param name="background">What shows through transparent parts: 0xRRGGBB.</param>
    /// <param name="target">Takes the picture: <see cref="I420.Length"/> bytes.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public PreparePicture(int sourceWidth, int sourceHeight, ReadOnlyMemory<byte> rgba, int width, int height, ResizeFilter filter, int background, Memory<byte> target) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public string Operation => "picture.prepare";

    /// <inheritdoc/>
    public string BatchKey => throw new NotImplementedException();

    /// <inheritdoc/>
    public long Size => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope) => throw new NotImplementedException();
}
