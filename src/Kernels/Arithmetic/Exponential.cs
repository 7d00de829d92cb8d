using ILGPU;

namespace Gpu.Kernels.Arithmetic;

/// <summary>
/// exp and log from products and sums alone, so that all devices give the same bits: theirs differ. The reductions and
/// polynomials are those of Cephes' expf and logf (Moshier, 1992); errors stay under 2 units in the last place.
/// </summary>
internal static class Exponential
{
    // -87 and 88.72283: below, the result would not be a normal number; above, it is too large for a float.
    private const uint LeastBits = 0xC2AE0000;
    private const uint MostBits = 0x42B17217;
    private const uint Sign = 0x80000000;
    private const uint Infinity = 0x7F800000;

    // Adding and taking away 1.5 x 2^23 rounds to the nearest integer; the low bits of the sum are that integer.
    private const float Round = 12582912f;
    private const uint RoundBits = 0x4B400000;

    /// <summary>exp(x): 0 for x below -87, infinity above 88.72283, NaN for NaN.</summary>
    public static float Exp(float x, uint zero)
    {
        // Compared as bits: not every OpenCL compiler keeps the order of NaN.
        var bits = Interop.FloatAsInt(x);
        if (FloatBits.IsNaN(bits))
        {
            return Interop.IntAsFloat(FloatBits.NaN);
        }

        if (bits > LeastBits)
        {
            return 0;
        }

        if ((bits & Sign) == 0 && bits > MostBits)
        {
            return Interop.IntAsFloat(Infinity);
        }

        var shifted = RoundedFloat.Multiply(x, 1.44269504f, zero) + Round;
        var n = (int)(Interop.FloatAsInt(shifted) - RoundBits);
        var whole = shifted - Round;
        var r = x - RoundedFloat.Multiply(whole, 0.693359375f, zero) - RoundedFloat.Multiply(whole, -2.12194440e-4f, zero);
        var y = Next(1.9875691500e-4f, r, 1.3981999507e-3f, zero);
        y = Next(y, r, 8.3334519073e-3f, zero);
        y = Next(y, r, 4.1665795894e-2f, zero);
        y = Next(y, r, 1.6666665459e-1f, zero);
        y = Next(y, r, 5.0000001201e-1f, zero);
        y = RoundedFloat.Multiply(y, RoundedFloat.Multiply(r, r, zero), zero) + r + 1;

        // 2^n in two factors: 2^128 is no float.
        var half = n >> 1;
        return RoundedFloat.Multiply(RoundedFloat.Multiply(y, Power(half), zero), Power(n - half), zero);
    }

    /// <summary>log(1 + x) for x from 0 to 1.</summary>
    public static float LogOfOneAnd(float x, uint zero)
    {
        // From sqrt(2) on, log(1 + x) = log 2 + log(1 + m) with m = (x - 1)/2, which is exact.
        var upper = Interop.FloatAsInt(x) > 0x3ED413CC;
        var m = upper ? RoundedFloat.Multiply(x - 1, 0.5f, zero) : x;
        var z = RoundedFloat.Multiply(m, m, zero);
        var y = Next(7.0376836292e-2f, m, -1.1514610310e-1f, zero);
        y = Next(y, m, 1.1676998740e-1f, zero);
        y = Next(y, m, -1.2420140846e-1f, zero);
        y = Next(y, m, 1.4249322787e-1f, zero);
        y = Next(y, m, -1.6668057665e-1f, zero);
        y = Next(y, m, 2.0000714765e-1f, zero);
        y = Next(y, m, -2.4999993993e-1f, zero);
        y = Next(y, m, 3.3333331174e-1f, zero);
        y = RoundedFloat.Multiply(RoundedFloat.Multiply(y, m, zero), z, zero);
        y += upper ? -2.12194440e-4f : 0;
        y -= RoundedFloat.Multiply(z, 0.5f, zero);
        var result = m + y;
        return upper ? result + 0.693359375f : result;
    }

    private static float Next(float sum, float x, float coefficient, uint zero) => RoundedFloat.Multiply(sum, x, zero) + coefficient;

    private static float Power(int n) => Interop.IntAsFloat((uint)(n + 127) << 23);
}
