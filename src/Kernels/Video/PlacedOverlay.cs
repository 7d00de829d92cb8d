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

    /// <summary>level (1 - alpha opacity) + source opacity, levels in units of 1/128; alpha is widened so that 255 is 1.</summary>
    public static int Over(int level, int source, int alpha, int opacity) =>
        level - FrameArithmetic.Scale(level, FrameArithmetic.Scale((alpha << 7) | (alpha >> 1), opacity)) + FrameArithmetic.Scale(source << 7, opacity);

    private long Chroma(int column, int row) => Offset + (2 * LumaPlane) + (row * ChromaStride) + column;
}
