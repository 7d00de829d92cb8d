using ILGPU;

namespace Gpu.Kernels.Arithmetic;

/// <summary>
/// 1 / x from products and sums alone, so that all devices give the same bits: OpenCL promises no quotient's. The square of
/// <see cref="InverseSquareRoot"/>, then Newton's y (2 - x y) twice.
/// </summary>
internal static class Reciprocal
{
    // 2^100: above, the result's square would not be a normal number.
    private const uint Most = 0x71800000;

    /// <summary>The bits of the result for x of 0 or more: 0 for x below 2^-100, NaN for NaN and above 2^100.</summary>
    public static uint Bits(float x, uint zero)
    {
        if (Interop.FloatAsInt(x) > Most)
        {
            return FloatBits.NaN;
        }

        var root = Interop.IntAsFloat(InverseSquareRoot.Bits(x, zero));
        var y = RoundedFloat.Multiply(root, root, zero);
        y = RoundedFloat.Multiply(y, 2 - RoundedFloat.Multiply(x, y, zero), zero);
        return Interop.FloatAsInt(RoundedFloat.Multiply(y, 2 - RoundedFloat.Multiply(x, y, zero), zero));
    }

    /// <summary>As <see cref="Bits"/>.</summary>
    public static float Of(float x, uint zero) => Interop.IntAsFloat(Bits(x, zero));
}
