namespace Gpu.Kernels.Video;

/// <summary>
/// A picture converted to what <see cref="PlacedOverlay"/> describes, cut to the cells of 2x2 pixels that anything of it
/// reaches, and a rim around them. As chroma is filtered, that may be two cells beyond the picture's edge.
/// </summary>
internal readonly struct OverlayPlanes(int left, int top, int width, int height, byte[] bytes)
{
    /// <summary>Rows are padded with transparent zeros to multiples of this, so that SIMD reads whole vectors.</summary>
    public const int RowUnit = 32;

    /// <summary>Luma pixels around the cut that are transparent: room for motions of less than that.</summary>
    public const int Rim = 2;

    /// <summary>The column of the cut in the picture, even; it may be negative.</summary>
    public readonly int Left = left;

    /// <summary>The row of the cut in the picture, even; it may be negative.</summary>
    public readonly int Top = top;

    /// <summary>Luma columns of the cut, even, 0 where the picture is transparent.</summary>
    public readonly int Width = width;

    /// <summary>Luma rows of the cut, even.</summary>
    public readonly int Height = height;

    /// <summary>The planes; at least one byte.</summary>
    public readonly byte[] Bytes = bytes;

    /// <summary>Bytes from one row to the next.</summary>
    public static int Stride(int columns) => (columns + RowUnit - 1) & -RowUnit;
}
