namespace Gpu.Kernels.Judging;

/// <summary>
/// R'G'B' of 8 bits to Oklab (Ottosson 2020) in integers of 14 fraction bits: sRGB's curve from a table, Ottosson's first
/// matrix, the cube root from a table between whose entries lines are drawn, his second matrix. Within 2^-10 of the formula.
/// </summary>
internal static class Oklab
{
    /// <summary>Fraction bits of L, a and b.</summary>
    public const int Bits = 14;

    /// <summary>Entries of the table: 256 of sRGB's curve, then the cube roots, one past 1 too.</summary>
    public const int TableLength = Curve + RootEntries + 2;

    private const int Curve = 256;
    private const int LinearBits = 20;
    private const int RootEntries = 4096;
    private const int StepBits = LinearBits - 12;
    private const int MatrixBits = 14;

    /// <summary>The table, for devices.</summary>
    public static int[] Table { get; } =
    [
        .. Enumerable.Range(0, Curve).Select(i => (int)Math.Round(Linear(i / 255.0) * (1 << LinearBits))),
        .. Enumerable.Range(0, RootEntries + 2).Select(i => (int)Math.Round(Math.Cbrt(i / (double)RootEntries) * (1 << LinearBits))),
    ];

    /// <summary>Index in the table of the two roots between which a cone's response lies.</summary>
    /// <param name="response">20 fraction bits, 0 to 1.</param>
    public static int RootIndex(int response) => Curve + (response >> StepBits);

    /// <summary>The cube root between two entries, of 20 fraction bits.</summary>
    public static int Root(int lower, int upper, int response) => lower + (int)(((long)(upper - lower) * (response & ((1 << StepBits) - 1))) >> StepBits);

    // Rows sum to exactly 1, so that gray stays gray.
    public static int Long(int r, int g, int b) => Mix(r, g, b, 6754, 8787, 843);

    public static int Medium(int r, int g, int b) => Mix(r, g, b, 3472, 11153, 1759);

    public static int Short(int r, int g, int b) => Mix(r, g, b, 1447, 4616, 10321);

    public static int Lightness(int l, int m, int s) => Product(l, m, s, 3448, 13003, -67);

    public static int GreenRed(int l, int m, int s) => Product(l, m, s, 32407, -39790, 7383);

    public static int BlueYellow(int l, int m, int s) => Product(l, m, s, 424, 12825, -13249);

    /// <summary>The coordinates of a colour, on the host.</summary>
    public static (int L, int A, int B) Of(byte red, byte green, byte blue)
    {
        int r = Table[red], g = Table[green], b = Table[blue];
        int l = HostRoot(Long(r, g, b)), m = HostRoot(Medium(r, g, b)), s = HostRoot(Short(r, g, b));
        return (Lightness(l, m, s), GreenRed(l, m, s), BlueYellow(l, m, s));
    }

    private static int HostRoot(int response) => Root(Table[RootIndex(response)], Table[RootIndex(response) + 1], response);

    private static double Linear(double v) => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);

    private static int Mix(int r, int g, int b, int x, int y, int z) => (int)((((long)r * x) + ((long)g * y) + ((long)b * z) + (1 << (MatrixBits - 1))) >> MatrixBits);

    private static int Product(int l, int m, int s, int x, int y, int z) =>
        (int)((((long)l * x) + ((long)m * y) + ((long)s * z) + (1L << (LinearBits + MatrixBits - Bits - 1))) >> (LinearBits + MatrixBits - Bits));
}
