namespace Gpu.Kernels.Video;

/// <summary>
/// How much of a sample a picture covers along an axis: 1 within, 0 beyond its edge, between them on the one frame pixel
/// that the edge crosses, so that edges move by parts of a pixel.
/// </summary>
internal readonly struct EdgeCover
{
    // Frame pixels in a source pixel, in units of 2^-15.
    private readonly int _perPixel;

    /// <summary>Describes the edges.</summary>
    /// <param name="scale">Source pixels from one sample to the next.</param>
    public EdgeCover(double scale) => _perPixel = (int)Math.Round(Math.Min(32768 / scale, 1 << 30));

    /// <summary>The share, in units of 1/<see cref="FrameArithmetic.Unit"/>.</summary>
    /// <param name="position">Of the sample.</param>
    /// <param name="length">Samples of the source plane.</param>
    /// <param name="rim">From an outer sample's centre to the edge, in units of 2^-16: half a pixel, a quarter for co-sited chroma.</param>
    public int Share(long position, int length, int rim)
    {
        var place = position >> 16;
        var within = Math.Min(place + rim, ((long)(length - 1) << 16) + rim + Over(rim) - place);
        var held = Math.Max(-(1L << 26), Math.Min(within, 1L << 26));
        return (int)Math.Max(0, Math.Min(((held * _perPixel) >> 16) + 16384, FrameArithmetic.Unit));
    }

    // Co-sited chroma begins on its first luma sample and ends beyond its last.
    private static int Over(int rim) => 2 * (32768 - rim);
}
