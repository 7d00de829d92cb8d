using ILGPU;

namespace Gpu.Kernels.Arithmetic;

/// <summary>
/// 1 / sqrt(x) from products and sums alone, so that all devices give the same bits: none promises its own root. A first
/// guess from the bits (Lomont, "Fast inverse square root", 2003), then Newton's y (3/2 - (x/2) y y) four times; what is
/// left is the rounding of the last step, less than 2 units in the last place.
/// </summary>
internal static class InverseSquareRoot
{
    // 2^-100. Below it halves may be too small to be normal numbers, which devices may take for 0.
    private const uint Least = 0x0D800000;
    private const uint Guess = 0x5F375A86;

    /// <summary>The bits of the result for x of 0 or more: 0 for x below 2^-100, NaN for infinity and NaN.</summary>
    public static uint Bits(float x, uint zero)
    {
        // Compared as bits: not every OpenCL compiler keeps the order of NaN.
        var bits = Interop.FloatAsInt(x);
        if (bits >= 0x7F800000)
        {
            return FloatBits.NaN;
        }

        if (bits < Least)
        {
            return 0;
        }

        var half = RoundedFloat.Multiply(x, 0.5f, zero);
        var y = Interop.IntAsFloat(Guess - (bits >> 1));
        y = Step(y, half, zero);
        y = Step(y, half, zero);
        y = Step(y, half, zero);
        y = Step(y, half, zero);
        return Interop.FloatAsInt(y);
    }

    private static float Step(float y, float half, uint zero) =>
        RoundedFloat.Multiply(y, 1.5f - RoundedFloat.Multiply(RoundedFloat.Multiply(half, y, zero), y, zero), zero);
}
