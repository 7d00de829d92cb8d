namespace Gpu.Kernels.Video.Transitions;

/// <summary>
/// The share of the second picture at each place of a frame, in integers. Places are in half luma pixels: luma pixel X lies
/// at 2X, the chroma sample x at 4x across and 4y + 1 down.
/// </summary>
internal readonly struct BlendField
{
    /// <summary>On what the share depends.</summary>
    public BlendKind Kind { get; init; }

    /// <summary>Line: what a half pixel across adds. Circle: what a unit of the root adds. Dip: the first picture's share.</summary>
    public int Across { get; init; }

    /// <summary>Line: what a half pixel down adds. Dip: the second picture's share.</summary>
    public int Down { get; init; }

    /// <summary>What is added everywhere; the share itself where it is constant; noise below it shows the second picture.</summary>
    public int Offset { get; init; }

    /// <summary>Line: bits to take off for units of 1/2^15. Circle and angle: bits that make the coordinates as large as they can be.</summary>
    public int Shift { get; init; }

    /// <summary>1: the share is t² (3 - 2t).</summary>
    public int Smooth { get; init; }

    /// <summary>The middle across, in half pixels.</summary>
    public int CentreX { get; init; }

    /// <summary>The middle down, in half pixels.</summary>
    public int CentreY { get; init; }

    /// <summary>The luma level that a dip goes through; its chroma is 0.</summary>
    public int Ground { get; init; }

    /// <summary>The share, in units of 1/<see cref="FrameArithmetic.Unit"/>.</summary>
    /// <param name="plane">0 Y, 1 Cb, 2 Cr.</param>
    /// <param name="x">Across, in half pixels.</param>
    /// <param name="y">Down, in half pixels.</param>
    public int Share(int plane, int x, int y)
    {
        if (Kind == BlendKind.Noise)
        {
            int column = x >> 1, row = y >> 1;
            return plane == 0
                ? Hard(column, row)
                : (Hard(column, row) + Hard(column + 1, row) + Hard(column, row + 1) + Hard(column + 1, row + 1)) >> 2;
        }

        if (Kind == BlendKind.Line)
        {
            return Step(((Across * x) + (Down * y) + Offset) >> Shift);
        }

        if (Kind == BlendKind.Circle)
        {
            int right = x - CentreX, below = y - CentreY;
            return Step(((FieldArithmetic.Root(((right * right) + (below * below)) << Shift) * Across) + Offset) >> FieldArithmetic.Fine);
        }

        if (Kind == BlendKind.Angle)
        {
            return Step((FieldArithmetic.Angle(x - CentreX, y - CentreY, Shift) + Offset) >> FieldArithmetic.Fine);
        }

        return Offset;
    }

    /// <summary>Two levels of a plane as one.</summary>
    public int Blend(int plane, int from, int to, int x, int y)
    {
        if (Kind == BlendKind.Dip)
        {
            var ground = plane == 0 ? Ground : 0;
            return ground + FrameArithmetic.Scale(from - ground, Across) + FrameArithmetic.Scale(to - ground, Down);
        }

        return from + FrameArithmetic.Scale(to - from, Share(plane, x, y));
    }

    private int Hard(int column, int row) => FieldArithmetic.Noise(column, row) < Offset ? FrameArithmetic.Unit : 0;

    private int Step(int place)
    {
        var t = Math.Max(0, Math.Min(place, 32768));
        return Math.Min(FrameArithmetic.Unit, Smooth == 0 ? t : FieldArithmetic.Smoothstep(t));
    }
}
