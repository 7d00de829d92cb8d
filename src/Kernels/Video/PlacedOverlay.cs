using ILGPU;

namespace Gpu.Kernels.Video;

/// <summary>
/// Where a frame finds an overlay: in an atlas of the planes of all its overlays. The planes follow one another, their
/// rows padded with zeros to <see cref="OverlayPlanes.RowUnit"/>: S and A of luma, then S of Cb, S of Cr and A of chroma,
/// where S is premultiplied, around 128 and signed (a (v - 128)/255), and A is alpha.
/// </summary>
internal readonly struct PlacedOverlay(long offset, int x, int y, int width, int height, int opacity)
{
    /// <summary>
    /// The first byte in the atlas. Where the host's memory is the device's, the host's body may find it outside the
    /// atlas (see <see cref="OverlayAtlas"/>).
    /// </summary>
    public readonly long Offset = offset;

    /// <summary>Column in the frame, even.</summary>
    public readonly int X = x;

    /// <summary>Row in the frame, even.</summary>
    public readonly int Y = y;

    /// <summary>Luma columns, even.</summary>
    public readonly int Width = width;

    /// <summary>Luma rows, even.</summary>
    public readonly int Height = height;

    /// <summary>In units of 1/<see cref="FrameArithmetic.Unit"/>.</summary>
    public readonly int Opacity = opacity;

    /// <summary>Bytes from one luma row to the next.</summary>
    public int LumaStride => OverlayPlanes.Stride(Width);

    /// <summary>Bytes from one chroma row to the next.</summary>
    public int ChromaStride => OverlayPlanes.Stride(Width >> 1);

    /// <summary>Bytes of a luma plane.</summary>
    public int LumaPlane => LumaStride * Height;

    /// <summary>Bytes of a chroma plane.</summary>
    public int ChromaPlane => ChromaStride * (Height >> 1);

    /// <summary>Lays the overlay over a luma level.</summary>
    public int Luma(ArrayView<byte> atlas, int column, int row, int level)
    {
        var at = Offset + (row * LumaStride) + column;
        return Over(level, (sbyte)atlas[at], atlas[at + LumaPlane], Opacity);
    }

    /// <summary>Lays the overlay over a Cb level.</summary>
    public int Cb(ArrayView<byte> atlas, int column, int row, int level)
    {
        var at = Chroma(column, row);
        return Over(level, (sbyte)atlas[at], atlas[at + (2 * ChromaPlane)], Opacity);
    }

    /// <summary>Lays the overlay over a Cr level.</summary>
    public int Cr(ArrayView<byte> atlas, int column, int row, int level)
    {
        var at = Chroma(column, row) + ChromaPlane;
        return Over(level, (sbyte)atlas[at], atlas[at + ChromaPlane], Opacity);
    }

    /// <summary>Lays the overlay over a level of a plane, between its own samples.</summary>
    /// <param name="atlas">The overlays' planes.</param>
    /// <param name="motion">How far it lies from its place.</param>
    /// <param name="plane">0 Y, 1 Cb, 2 Cr.</param>
    /// <param name="column">The sample's column in the plane, from the overlay's place.</param>
    /// <param name="row">The sample's row.</param>
    /// <param name="level">The level.</param>
    public int Moved(ArrayView<byte> atlas, OverlayMotion motion, int plane, int column, int row, int level)
    {
        var luma = plane == 0;
        int columns = luma ? Width : Width >> 1, rows = luma ? Height : Height >> 1, rim = OverlayMotion.Rim(plane);
        if (column < rim || row < rim || column >= columns || row >= rows)
        {
            return level;
        }

        int stride = luma ? LumaStride : ChromaStride, toAlpha = luma ? LumaPlane : (3 - plane) * ChromaPlane;
        var at = Offset + (luma ? 0 : (2L * LumaPlane) + ((plane - 1) * ChromaPlane));
        at += ((row - (luma ? motion.Rows : 0)) * stride) + column - (luma ? motion.Columns : 0);
        int across = luma ? motion.LumaX : motion.ChromaX, down = luma ? motion.LumaY : motion.ChromaY;
        var source = Between(
            Between((sbyte)atlas[at] << 7, (sbyte)atlas[at - 1] << 7, across),
            Between((sbyte)atlas[at - stride] << 7, (sbyte)atlas[at - stride - 1] << 7, across),
            down);
        at += toAlpha;
        var alpha = Between(
            Between(Widen(atlas[at]), Widen(atlas[at - 1]), across),
            Between(Widen(atlas[at - stride]), Widen(atlas[at - stride - 1]), across),
            down);
        return level - FrameArithmetic.Scale(level, FrameArithmetic.Scale(alpha, Opacity)) + FrameArithmetic.Scale(source, Opacity);
    }

    /// <summary>level (1 - alpha opacity) + source opacity, levels in units of 1/128; alpha is widened so that 255 is 1.</summary>
    public static int Over(int level, int source, int alpha, int opacity) =>
        level - FrameArithmetic.Scale(level, FrameArithmetic.Scale(Widen(alpha), opacity)) + FrameArithmetic.Scale(source << 7, opacity);

    private static int Widen(int alpha) => (alpha << 7) | (alpha >> 1);

    private static int Between(int here, int there, int share) => here + FrameArithmetic.Scale(there - here, share);

    private long Chroma(int column, int row) => Offset + (2 * LumaPlane) + (row * ChromaStride) + column;
}
