namespace Gpu.Kernels.Video;

/// <summary>The Catmull-Rom weights of four neighbours, in units of 2^-15, their sum 2^15.</summary>
internal readonly struct CubicWeights
{
    /// <summary>Of the neighbour before the left one.</summary>
    public readonly int First;

    /// <summary>Of the left one.</summary>
    public readonly int Second;

    /// <summary>Of the right one.</summary>
    public readonly int Third;

    /// <summary>Of the one after the right one.</summary>
    public readonly int Fourth;

    /// <summary>The weights at a position of <see cref="SampleAxis"/>.</summary>
    public CubicWeights(long position)
    {
        int t = SampleAxis.Part(position, 32768), square = (t * t) >> 15, cube = (square * t) >> 15;
        First = ((2 * square) - cube - t) >> 1;
        Second = ((3 * cube) - (5 * square) + 65536) >> 1;
        Fourth = (cube - square) >> 1;
        Third = 32768 - First - Second - Fourth;
    }

    /// <summary>Samples around 128 as a level in units of 1/128.</summary>
    public int Across(int first, int second, int third, int fourth) =>
        ((first * First) + (second * Second) + (third * Third) + (fourth * Fourth) + 128) >> 8;

    /// <summary>Levels of four rows as one, within what bytes reach.</summary>
    public int Down(int first, int second, int third, int fourth)
    {
        var level = FrameArithmetic.Scale(first, First) + FrameArithmetic.Scale(second, Math.Min(Second, FrameArithmetic.Unit))
            + FrameArithmetic.Scale(third, Math.Min(Third, FrameArithmetic.Unit)) + FrameArithmetic.Scale(fourth, Fourth);
        return Math.Max(-16384, Math.Min(level, 16383));
    }
}
