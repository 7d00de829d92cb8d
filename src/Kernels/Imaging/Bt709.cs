namespace Gpu.Kernels.Imaging;

/// <summary>
/// R'G'B' to Y'CbCr of BT.709, limited range, inputs 0 to 255, as integers.
/// Y = 16 + .182586 R + .614231 G + .062007 B, Cb = 128 - .100644 R - .338572 G + .439216 B,
/// Cr = 128 + .439216 R - .398942 G - .040274 B, each floor(v + .5).
/// Coefficients are x 2^31: luma equals the formula for each of the 2^24 colours, chroma wherever v is not within 4e-7 of a tie.
/// </summary>
internal static class Bt709
{
    private const double One = 1L << 31;

    public const int LumaR = (int)((0.182586 * One) + 0.5);
    public const int LumaG = (int)((0.614231 * One) + 0.5);
    public const int LumaB = (int)((0.062007 * One) + 0.5);

    // The three chroma coefficients sum to 0, so that grey has none: the last is what the others leave.
    public const int BlueR = -(int)((0.100644 * One) + 0.5);
    public const int BlueG = -BlueB - BlueR;
    public const int BlueB = (int)((0.439216 * One) + 0.5);
    public const int RedR = (int)((0.439216 * One) + 0.5);
    public const int RedG = -RedR - RedB;
    public const int RedB = -(int)((0.040274 * One) + 0.5);

    // A half to round, and a hair (3e-7, 2e-7) over the coefficients' own rounding, so that exact ties go up as the formula has it.
    public const long LumaOffset = (33L << 30) + 644;
    public const int LumaShift = 31;

    // Chroma is a sum of pixels weighing 32 in all.
    public const long ChromaOffset = (257L << 35) + 13744;
    public const int ChromaShift = 36;

    public static byte Luma(int r, int g, int b) =>
        (byte)((((long)LumaR * r) + ((long)LumaG * g) + ((long)LumaB * b) + LumaOffset) >> LumaShift);

    public static byte Blue(int r, int g, int b) =>
        (byte)((((long)BlueR * r) + ((long)BlueG * g) + ((long)BlueB * b) + ChromaOffset) >> ChromaShift);

    public static byte Red(int r, int g, int b) =>
        (byte)((((long)RedR * r) + ((long)RedG * g) + ((long)RedB * b) + ChromaOffset) >> ChromaShift);
}
