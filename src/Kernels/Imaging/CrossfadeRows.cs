using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>Host body of <see cref="Crossfade"/>: vpmulhrsw computes its formula, rounding included.</summary>
internal static unsafe class CrossfadeRows
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mix(byte* a, byte* b, byte* target, long length, short weight, bool plain = false)
    {
        long i = 0;
        if (Avx2.IsSupported && !plain)
        {
            var weights = Vector256.Create(weight);
            for (; i <= length - 32; i += 32)
            {
                var from = Vector256.Load(a + i);
                var to = Vector256.Load(b + i);
                var low = Mix(Avx2.UnpackLow(from, default).AsInt16(), Avx2.UnpackLow(to, default).AsInt16(), weights);
                var high = Mix(Avx2.UnpackHigh(from, default).AsInt16(), Avx2.UnpackHigh(to, default).AsInt16(), weights);
                Avx2.PackUnsignedSaturate(low, high).Store(target + i);
            }
        }

        for (; i < length; i++)
        {
            target[i] = Crossfade.Mix(a[i], b[i], weight);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Mix(Vector256<short> a, Vector256<short> b, Vector256<short> weight) =>
        a + Avx2.MultiplyHighRoundScale(b - a, weight);
}
