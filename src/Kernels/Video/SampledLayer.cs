using ILGPU;

namespace Gpu.Kernels.Video;

/// <summary>A picture's planes on a device, and where a frame's samples lie in them.</summary>
internal readonly struct SampledLayer
{
    /// <summary>Y, then Cb, then Cr.</summary>
    public readonly ArrayView<byte> Planes;

    /// <summary>Luma columns of the picture.</summary>
    public readonly int Width;

    /// <summary>Luma rows of the picture.</summary>
    public readonly int Height;

    /// <summary>Columns of luma samples.</summary>
    public readonly SampleAxis LumaX;

    /// <summary>Columns of chroma samples.</summary>
    public readonly SampleAxis ChromaX;

    /// <summary>Rows of luma samples.</summary>
    public readonly SampleAxis LumaY;

    /// <summary>Rows of chroma samples.</summary>
    public readonly SampleAxis ChromaY;

    /// <summary>Lays a box of a picture over a frame.</summary>
    public SampledLayer(ArrayView<byte> planes, int width, int height, SampleBox box, int frameWidth, int frameHeight)
    {
        Planes = planes;
        Width = width;
        Height = height;
        double across = box.Width / frameWidth, down = box.Height / frameHeight;
        LumaX = SampleAxis.Centred(box.X, across);
        LumaY = SampleAxis.Centred(box.Y, down);
        ChromaX = SampleAxis.CoSited(box.X, across);
        ChromaY = SampleAxis.Centred(box.Y / 2, down);
    }

    /// <summary>The luma level of a frame's pixel, in units of 1/128 around 128.</summary>
    public int Luma(int x, int y) => Sample(0, Width, Height, LumaX.At(x), LumaY.At(y));

    /// <summary>The Cb level of a frame's chroma sample, likewise.</summary>
    public int Cb(int x, int y) => Sample(Width * Height, Width >> 1, Height >> 1, ChromaX.At(x), ChromaY.At(y));

    /// <summary>The Cr level of a frame's chroma sample, likewise.</summary>
    public int Cr(int x, int y) => Sample((Width * Height) + ((Width >> 1) * (Height >> 1)), Width >> 1, Height >> 1, ChromaX.At(x), ChromaY.At(y));

    /// <summary>The level of a sample of a plane: 0 Y, 1 Cb, 2 Cr.</summary>
    public int Level(int plane, int x, int y)
    {
        var luma = plane == 0;
        int width = luma ? Width : Width >> 1, height = luma ? Height : Height >> 1;
        var start = luma ? 0 : (Width * Height) + ((plane - 1) * width * height);
        return Sample(start, width, height, (luma ? LumaX.Start : ChromaX.Start) + ((luma ? LumaX.Step : ChromaX.Step) * x), (luma ? LumaY.Start : ChromaY.Start) + ((luma ? LumaY.Step : ChromaY.Step) * y));
    }

    /// <summary>The same, by four neighbours on each axis (<see cref="FrameSampling.Bicubic"/>).</summary>
    public int Cubic(int plane, int x, int y)
    {
        var luma = plane == 0;
        int width = luma ? Width : Width >> 1, height = luma ? Height : Height >> 1;
        var start = luma ? 0 : (Width * Height) + ((plane - 1) * width * height);
        long atX = (luma ? LumaX.Start : ChromaX.Start) + ((luma ? LumaX.Step : ChromaX.Step) * x);
        long atY = (luma ? LumaY.Start : ChromaY.Start) + ((luma ? LumaY.Step : ChromaY.Step) * y);
        CubicWeights across = new(atX), down = new(atY);
        int column = SampleAxis.Whole(atX), row = SampleAxis.Whole(atY);
        return down.Down(
            CubicLine(start, width, height, column, row - 1, across),
            CubicLine(start, width, height, column, row, across),
            CubicLine(start, width, height, column, row + 1, across),
            CubicLine(start, width, height, column, row + 2, across));
    }

    private int CubicLine(int plane, int width, int height, int column, int row, CubicWeights across)
    {
        var start = plane + (Clamp(row, height) * width);
        return across.Across(
            Planes[start + Clamp(column - 1, width)] - 128,
            Planes[start + Clamp(column, width)] - 128,
            Planes[start + Clamp(column + 1, width)] - 128,
            Planes[start + Clamp(column + 2, width)] - 128);
    }

    private int Sample(int plane, int width, int height, long atX, long atY)
    {
        int column = SampleAxis.Whole(atX), row = SampleAxis.Whole(atY);
        int left = Clamp(column, width), right = Clamp(column + 1, width);
        int upper = plane + (Clamp(row, height) * width), lower = plane + (Clamp(row + 1, height) * width);
        int across = SampleAxis.Part(atX, FrameArithmetic.HorizontalOne), down = SampleAxis.Part(atY, FrameArithmetic.VerticalOne);
        return FrameArithmetic.Scale(Line(upper + left, upper + right, across), FrameArithmetic.VerticalOne - down)
            + FrameArithmetic.Scale(Line(lower + left, lower + right, across), down);
    }

    private int Line(int left, int right, int weight) =>
        ((Planes[left] - 128) * (FrameArithmetic.HorizontalOne - weight)) + ((Planes[right] - 128) * weight);

    private static int Clamp(int index, int length) => Math.Max(0, Math.Min(index, length - 1));
}
