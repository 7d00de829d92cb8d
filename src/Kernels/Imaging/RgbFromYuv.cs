namespace Gpu.Kernels.Imaging;

/// <summary>
/// Y'CbCr to R'G'B' as integers: R = ly (Y - black) + rv (Cr - 128), G likewise with gu and gv, B with bu, each
/// floor(v + .5), clamped; the coefficients are the inverse of <see cref="YuvFromRgb"/>'s. They are x 2^13 and apply to
/// 8 Y and to 8 times chroma, which upsampling leaves as whole numbers: before rounding a result is within .03 of the formula.
/// </summary>
internal readonly struct RgbFromYuv
{
    public const int Shift = 16;

    private const int One = 1 << 13;

    public RgbFromYuv(PlaneFormat format)
    {
        var m = new MatrixWeights(format);
        var green = 1 - m.Red - m.Blue;
        Luma = Near(1 / m.LumaScale);
        RedV = Near(2 * (1 - m.Red) / m.ChromaScale);
        BlueU = Near(2 * (1 - m.Blue) / m.ChromaScale);
        GreenU = -Near(2 * (1 - m.Blue) * m.Blue / green / m.ChromaScale);
        GreenV = -Near(2 * (1 - m.Red) * m.Red / green / m.ChromaScale);
        var half = (1 << (Shift - 1)) - (8 * Luma * m.Black);
        RedOffset = half - (1024 * RedV);
        GreenOffset = half - (1024 * (GreenU + GreenV));
        BlueOffset = half - (1024 * BlueU);
    }

    public int Luma { get; }

    public int RedV { get; }

    public int GreenU { get; }

    public int GreenV { get; }

    public int BlueU { get; }

    public int RedOffset { get; }

    public int GreenOffset { get; }

    public int BlueOffset { get; }

    /// <summary>Red of 8 Y and 8 Cr.</summary>
    public byte Red(int y, int v) => Clip((Luma * y) + (RedV * v) + RedOffset);

    public byte Green(int y, int u, int v) => Clip((Luma * y) + (GreenU * u) + (GreenV * v) + GreenOffset);

    public byte Blue(int y, int u) => Clip((Luma * y) + (BlueU * u) + BlueOffset);

    private static byte Clip(int sum)
    {
        var value = sum >> Shift;
        return (byte)(value < 0 ? 0 : value > 255 ? 255 : value);
    }

    private static int Near(double coefficient) => (int)Math.Round(coefficient * One);
}
