namespace Gpu.Kernels.Video;

/// <summary>
/// The integer arithmetic of frames, chosen so that each step is one SIMD instruction on bytes or 16-bit lanes, and exact
/// in plain integers elsewhere.
/// </summary>
internal static class FrameArithmetic
{
    /// <summary>
    /// Horizontal weights sum to 255, so that both fit a byte; <c>(a - 128)(255 - f) + (b - 128) f</c> is exact and fits
    /// 16 bits with sign.
    /// </summary>
    public const int HorizontalOne = 255;

    /// <summary>Vertical weights sum to this: 2^15 * 128 / 255, which turns units of 1/255 into units of 1/128 (1.5e-5 short).</summary>
    public const int VerticalOne = 16448;

    /// <summary>1 for weights of a crossfade and opacities: the greatest 16-bit number with sign, for 2^15.</summary>
    public const int Unit = 32767;

    /// <summary>a b / 2^15, rounded half up: pmulhrsw.</summary>
    public static int Scale(int a, int b) => ((a * b) + 16384) >> 15;

    /// <summary>The byte of a level in units of 1/128 around 128, rounded half up.</summary>
    public static byte Byte(int level) => (byte)(Math.Max(-128, Math.Min(127, (level + 64) >> 7)) + 128);

    /// <summary>A fraction of 0 to 1 in units of 1/<see cref="Unit"/>.</summary>
    public static int Fraction(double value) => (int)Math.Round(value * Unit);
}
