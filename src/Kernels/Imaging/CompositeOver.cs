using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// A straight-alpha RGBA picture over an opaque one: round(((255 - a) D + a S) / 255), what Pillow's alpha_composite
/// gives on an opaque ground. The ground's alpha is taken as 255, and so is the result's.
/// </summary>
internal readonly struct CompositeOver(ArrayView<byte> source, ArrayView<byte> ground, ArrayView<byte> target, int width) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var at = 4 * ((y * width) + x);
        int alpha = source[at + 3];
        for (var c = at; c < at + 3; c++)
        {
            target[c] = Mix(source[c], ground[c], alpha);
        }

        target[at + 3] = 255;
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        long start = 4L * first * width, length = 4L * (end - first) * width;
        fixed (byte* from = &source[0], over = &ground[0], into = &target[0])
        {
            Mix(from + start, over + start, into + start, length);
        }
    }

    /// <summary>The host body: products and their sum fit 16 bits without sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Mix(byte* source, byte* ground, byte* target, long length, bool plain = false)
    {
        long i = 0;
        if (Avx2.IsSupported && !plain)
        {
            var alphas = Vector256.Create((byte)6, 255, 6, 255, 6, 255, 6, 255, 14, 255, 14, 255, 14, 255, 14, 255, 6, 255, 6, 255, 6, 255, 6, 255, 14, 255, 14, 255, 14, 255, 14, 255);
            var opaque = Vector256.Create(0xFF00_0000u).AsByte();
            for (; i <= length - 32; i += 32)
            {
                var from = Vector256.Load(source + i);
                var over = Vector256.Load(ground + i);
                var low = Mix(Avx2.UnpackLow(from, default), Avx2.UnpackLow(over, default), alphas);
                var high = Mix(Avx2.UnpackHigh(from, default), Avx2.UnpackHigh(over, default), alphas);
                (Avx2.PackUnsignedSaturate(low, high) | opaque).Store(target + i);
            }
        }

        for (; i < length; i += 4)
        {
            for (var c = 0; c < 3; c++)
            {
                target[i + c] = Mix(source[i + c], ground[i + c], source[i + 3]);
            }

            target[i + 3] = 255;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Mix(Vector256<byte> source, Vector256<byte> ground, Vector256<byte> alphas)
    {
        var alpha = Avx2.Shuffle(source, alphas).AsUInt16();
        var sum = (source.AsUInt16() * alpha) + (ground.AsUInt16() * (Vector256.Create((ushort)255) - alpha)) + Vector256.Create((ushort)128);
        return ((sum + (sum >>> 8)) >>> 8).AsInt16();
    }

    private static byte Mix(int source, int ground, int alpha) => (byte)Resample.Over255((source * alpha) + (ground * (255 - alpha)));
}
