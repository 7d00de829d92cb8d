namespace Gpu.Kernels.Video;

/// <summary>
/// How far an overlay lies from its even place in <see cref="PlacedOverlay"/>: 0 to under 2 luma pixels right and down, so
/// 0 to under 1 chroma sample. Fractions are in units of 1/2^15.
/// </summary>
internal readonly struct OverlayMotion(double right, double down)
{
    // In units of 1/2^15: 8 bytes in all, as views want element sizes that are powers of two.
    private readonly int _right = Math.Min((int)Math.Round(right * 32768), 65535);
    private readonly int _down = Math.Min((int)Math.Round(down * 32768), 65535);

    /// <summary>Whole luma columns, 0 or 1.</summary>
    public int Columns => _right >> 15;

    /// <summary>Whole luma rows, 0 or 1.</summary>
    public int Rows => _down >> 15;

    /// <summary>The rest across, in luma.</summary>
    public int LumaX => _right & 32767;

    /// <summary>The rest down, in luma.</summary>
    public int LumaY => _down & 32767;

    /// <summary>All of it across, in chroma.</summary>
    public int ChromaX => _right >> 1;

    /// <summary>All of it down, in chroma.</summary>
    public int ChromaY => _down >> 1;

    /// <summary>Whether it lies at its even place.</summary>
    public bool Still => (_right | _down) == 0;

    /// <summary>Columns or rows before which a plane of the overlay is transparent: <see cref="OverlayPlanes.Rim"/>.</summary>
    public static int Rim(int plane) => plane == 0 ? OverlayPlanes.Rim : OverlayPlanes.Rim / 2;
}
