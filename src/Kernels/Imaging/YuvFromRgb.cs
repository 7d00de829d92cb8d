namespace Gpu.Kernels.Imaging;

/// <summary>
/// R'G'B' to Y'CbCr as integers x 2^31, each floor(v + .5). For BT.709, limited range:
/// Y = 16 + .182586 R + .614231 G + .062007 B, Cb = 128 - .100644 R - .338572 G + .439216 B,
/// Cr = 128 + .439216 R - .398942 G - .040274 B; the others likewise, see <see cref="MatrixWeights"/>.
/// Luma equals the formula for each of the 2^24 colours, chroma wherever v is not within 4e-7 of a tie.
/// </summary>
internal readonly struct YuvFromRgb
{
    public const int LumaShift = 31;

    /// <summary>Chroma is a sum of pixels weighing 32 in all.</summary>
    public const int ChromaShift = 36;

    /// <summary>128 and a half to round, and a hair (2e-7) over the coefficients' own rounding, so that exact ties go up as the formula has it.</summary>
    public const long ChromaOffset = (257L << 35) + 13744;

    private const double One = 1L << 31;

    public YuvFromRgb(PlaneFormat format)
    {
        var m = new MatrixWeights(format);

        // Up, so that exact ties go up: the three together are 4e-7 over at most, and no two values of v are that near.
        LumaR = Up(m.Red * m.LumaScale);
        LumaG = Up((1 - m.Red - m.Blue) * m.LumaScale);
        LumaB = Up(m.Blue * m.LumaScale);
        LumaOffset = (2 * m.Black) + 1;

        // The three chroma coefficients sum to 0, so that grey has none: green's is what the others leave.
        BlueR = -Near(m.Red / (2 * (1 - m.Blue)) * m.ChromaScale);
        BlueB = Near(.5 * m.ChromaScale);
        RedR = BlueB;
        RedB = -Near(m.Blue / (2 * (1 - m.Red)) * m.ChromaScale);
    }

    public int LumaR { get; }

    public int LumaG { get; }

    public int LumaB { get; }

    /// <summary>Luma's offset, its half to round included, x 2.</summary>
    public int LumaOffset { get; }

    public int BlueR { get; }

    public int BlueB { get; }

    public int RedR { get; }

    public int RedB { get; }

    public byte Luma(int r, int g, int b) =>
        (byte)((((long)LumaR * r) + ((long)LumaG * g) + ((long)LumaB * b) + ((long)LumaOffset << (LumaShift - 1))) >> LumaShift);

    /// <summary>Cb of red's and blue's difference to green, a sum weighing 32.</summary>
    public byte Blue(int red, int blue) => Chroma(((long)BlueR * red) + ((long)BlueB * blue));

    /// <summary>Cr likewise.</summary>
    public byte Red(int red, int blue) => Chroma(((long)RedR * red) + ((long)RedB * blue));

    // In full range the bluest blue is 255.5.
    private static byte Chroma(long sum)
    {
        var value = (int)((sum + ChromaOffset) >> ChromaShift);
        return (byte)(value > 255 ? 255 : value);
    }

    private static int Up(double coefficient) => (int)Math.Ceiling(MatrixWeights.Round(coefficient) * One);

    private static int Near(double coefficient) => (int)((MatrixWeights.Round(coefficient) * One) + .5);
}
