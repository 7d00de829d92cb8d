namespace Gpu.Kernels.Video;

/// <summary>
/// The level of a plane between its samples, in units of 1/128 around 128. Beyond the plane its edge is repeated.
/// Positions are those of <see cref="SampleAxis"/>; <c>start</c> is the plane's first byte.
/// </summary>
internal static class PlaneSampling
{
    /// <summary>Of two neighbours on each axis.</summary>
    public static int Linear<TSamples>(TSamples samples, int start, int width, int height, long atX, long atY)
        where TSamples : struct, ISamples
    {
        int column = SampleAxis.Whole(atX), row = SampleAxis.Whole(atY);
        int left = Clamp(column, width), right = Clamp(column + 1, width);
        int upper = start + (Clamp(row, height) * width), lower = start + (Clamp(row + 1, height) * width);
        int across = SampleAxis.Part(atX, FrameArithmetic.HorizontalOne), down = SampleAxis.Part(atY, FrameArithmetic.VerticalOne);
        return FrameArithmetic.Scale(Line(samples.At(upper + left), samples.At(upper + right), across), FrameArithmetic.VerticalOne - down)
            + FrameArithmetic.Scale(Line(samples.At(lower + left), samples.At(lower + right), across), down);
    }

    /// <summary>Of four neighbours on each axis (<see cref="FrameSampling.Bicubic"/>).</summary>
    public static int Cubic<TSamples>(TSamples samples, int start, int width, int height, long atX, long atY)
        where TSamples : struct, ISamples
    {
        CubicWeights across = new(atX), down = new(atY);
        int column = SampleAxis.Whole(atX), row = SampleAxis.Whole(atY);
        return down.Down(
            CubicLine(samples, start, width, height, column, row - 1, across),
            CubicLine(samples, start, width, height, column, row, across),
            CubicLine(samples, start, width, height, column, row + 1, across),
            CubicLine(samples, start, width, height, column, row + 2, across));
    }

    /// <summary>Of all samples that a footprint covers: down each column first, rounded to 1/128, then across.</summary>
    public static int Wide<TSamples>(TSamples samples, int start, int width, int height, long atX, long atY, Footprint across, Footprint down)
        where TSamples : struct, ISamples
    {
        int lastColumn = across.Last(atX, width), lastRow = down.Last(atY, height), firstRow = down.First(atY, height);
        int sum = 0, left = 0;
        for (var column = across.First(atX, width); column <= lastColumn; column++)
        {
            int below = 0, upper = 0;
            for (var row = firstRow; row <= lastRow; row++)
            {
                // The outer ones stand for all that is repeated beyond them.
                var lower = row == lastRow ? Footprint.One : down.Upto(row, atY);
                below += samples.At(start + (row * width) + column) * (lower - upper);
                upper = lower;
            }

            var right = column == lastColumn ? Footprint.One : across.Upto(column, atX);
            sum += ((below + 64) >> 7) * (right - left);
            left = right;
        }

        return (sum + (Footprint.One / 2)) >> 14;
    }

    private static int Line(int left, int right, int weight) => (left * (FrameArithmetic.HorizontalOne - weight)) + (right * weight);

    private static int CubicLine<TSamples>(TSamples samples, int plane, int width, int height, int column, int row, CubicWeights across)
        where TSamples : struct, ISamples
    {
        var start = plane + (Clamp(row, height) * width);
        return across.Across(
            samples.At(start + Clamp(column - 1, width)),
            samples.At(start + Clamp(column, width)),
            samples.At(start + Clamp(column + 1, width)),
            samples.At(start + Clamp(column + 2, width)));
    }

    private static int Clamp(int index, int length) => Math.Max(0, Math.Min(index, length - 1));
}
