using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Judging;

/// <summary>Host body of <see cref="LumaPixels"/>, 32 pixels at once.</summary>
internal static unsafe class LumaHost
{
    private const int Step = 32;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Convert(byte* rgba, byte* luma, int pixels, bool plain = false)
    {
        var i = 0;
        if (Avx2.IsSupported && !plain)
        {
            // Packing works on halves of registers; this puts eights of bytes back in order.
            var order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
            for (; i <= pixels - Step; i += Step)
            {
                var from = rgba + (4L * i);
                var low = Avx2.PackUnsignedSaturate(Eight(from), Eight(from + 32));
                var high = Avx2.PackUnsignedSaturate(Eight(from + 64), Eight(from + 96));
                Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()).AsInt32(), order).AsByte().Store(luma + i);
            }
        }

        for (; i < pixels; i++)
        {
            luma[i] = Luma.Of(rgba[4L * i], rgba[(4L * i) + 1], rgba[(4L * i) + 2]);
        }
    }

    // Green's weight is beyond 16 bits, so it is given in halves: once beside red, once beside blue.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(byte* rgba)
    {
        var pixels = Vector256.Load(rgba);
        var redGreen = Avx2.Shuffle(pixels, Vector256.Create((byte)0, 255, 1, 255, 4, 255, 5, 255, 8, 255, 9, 255, 12, 255, 13, 255, 0, 255, 1, 255, 4, 255, 5, 255, 8, 255, 9, 255, 12, 255, 13, 255));
        var blueGreen = Avx2.Shuffle(pixels, Vector256.Create((byte)2, 255, 1, 255, 6, 255, 5, 255, 10, 255, 9, 255, 14, 255, 13, 255, 2, 255, 1, 255, 6, 255, 5, 255, 10, 255, 9, 255, 14, 255, 13, 255));
        var sum = Avx2.MultiplyAddAdjacent(redGreen.AsInt16(), Vector256.Create(Luma.Red | (Luma.Green / 2 << 16)).AsInt16())
            + Avx2.MultiplyAddAdjacent(blueGreen.AsInt16(), Vector256.Create(Luma.Blue | (Luma.Green / 2 << 16)).AsInt16());
        return (sum + Vector256.Create(0x8000)) >> 16;
    }
}
