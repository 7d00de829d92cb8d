namespace Gpu.Kernels.Judging;

/// <summary>What smartcrop.js 2.0.5 sees in a pixel, in integers. Its luma swaps red and blue; so does this.</summary>
internal static class SaliencyPixel
{
    /// <summary>The unit of <see cref="Lightness"/>: 255 of them would be white's, had its weights the sum 1.</summary>
    public const int Unit = 10_000;

    // sqrt(2.1269 - x) is below 0.2 where x = dot / (50 |rgb|) exceeds 2.0869: dot^2 > 104.345^2 |rgb|^2.
    private const long SkinScale = 1_000_000;
    private const long SkinBound = 10_887_879_025;
    private const int RootBits = 22;
    private const int Bits = 24;
    private const long SkinSquare = 35_683_461;

    /// <summary>.5126 B + .7152 G + .0722 R, in ten-thousandths.</summary>
    public static int Lightness(int red, int green, int blue) => (5126 * blue) + (7152 * green) + (722 * red);

    /// <summary>A number of ten-thousandths, rounded and clamped to a byte.</summary>
    public static int Byte(int value) => value <= 0 ? 0 : Math.Min(255, (value + (Unit / 2)) / Unit);

    /// <summary>Likeness to skin, 0 to 255: (.2 - |rgb/|rgb| - (.78, .57, .44)|) 1275 where that and the lightness are enough.</summary>
    public static int Skin<TRoot>(int red, int green, int blue, int lightness)
        where TRoot : struct, IIntegerRoot
    {
        long dot = (78 * red) + (57 * green) + (44 * blue), square = (red * red) + (green * green) + (blue * blue);
        if (lightness < Unit * 51 || lightness > Unit * 255 || dot * dot * SkinScale <= SkinBound * square)
        {
            return 0;
        }

        // |rgb| of 22 fraction bits, the distance's square and the distance of 24.
        var length = (long)TRoot.Of((ulong)square << (2 * RootBits));
        var distance = (long)TRoot.Of((ulong)(SkinSquare - ((dot << (RootBits + Bits)) / (50 * length))) << Bits);
        return (int)(((1275 * (((1L << Bits) / 5) - distance)) + (1L << (Bits - 1))) >> Bits);
    }

    /// <summary>HSL's saturation beyond .4, 0 to 255.</summary>
    public static int Saturation(int red, int green, int blue, int lightness)
    {
        int most = Math.Max(red, Math.Max(green, blue)), least = Math.Min(red, Math.Min(green, blue)), difference = most - least;
        var whole = most + least > 255 ? 510 - most - least : most + least;
        return lightness < Unit * 51 / 4 || lightness > Unit * 459 / 2 || 5 * difference <= 2 * whole
            ? 0
            : ((2 * ((425 * difference) - (170 * whole))) + whole) / (2 * whole);
    }
}
