using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gpu.Kernels.Arithmetic;

/// <summary><see cref="Exponential.Exp"/> of eight numbers at once, its bits the same.</summary>
internal static class ExponentialHost
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        var round = Vector256.Create(12582912f);
        var shifted = (x * Vector256.Create(1.44269504f)) + round;
        var n = shifted.AsInt32() - Vector256.Create(0x4B400000);
        var whole = shifted - round;
        var r = x - (whole * Vector256.Create(0.693359375f)) - (whole * Vector256.Create(-2.12194440e-4f));
        var y = (Vector256.Create(1.9875691500e-4f) * r) + Vector256.Create(1.3981999507e-3f);
        y = (y * r) + Vector256.Create(8.3334519073e-3f);
        y = (y * r) + Vector256.Create(4.1665795894e-2f);
        y = (y * r) + Vector256.Create(1.6666665459e-1f);
        y = (y * r) + Vector256.Create(5.0000001201e-1f);
        y = (y * (r * r)) + r + Vector256<float>.One;
        var half = n >> 1;
        var result = y * Power(half) * Power(n - half);

        // 0 below -87, infinity above 88.72283, the one NaN for NaN.
        result = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-87f)), Vector256<float>.Zero, result);
        result = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(88.72283f)), Vector256.Create(float.PositiveInfinity), result);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), result, Vector256.Create(FloatBits.NaN).AsSingle());
    }

    private static Vector256<float> Power(Vector256<int> n) => ((n + Vector256.Create(127)) << 23).AsSingle();
}
