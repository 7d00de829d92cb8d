using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>The vectors of <see cref="PlanesToRgbaRows"/>.</summary>
internal static unsafe class PlanesToRgbaAvx2
{
    /// <summary>Pixels, or chroma samples, at a time.</summary>
    private const int Step = 16;

    /// <summary>3 near + far of as many whole steps as there are.</summary>
    /// <returns>The samples done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Mix(byte* near, byte* far, ushort* line, int count, int step)
    {
        var x = 0;
        if (step == 1)
        {
            for (; x <= count - Step; x += Step)
            {
                var n = Avx2.ConvertToVector256Int16(near + x);
                (n + n + n + Avx2.ConvertToVector256Int16(far + x)).AsUInt16().Store(line + x);
            }

            return x;
        }

        // Every other byte. The last step would read a byte behind the plane.
        var low = Vector256.Create((ushort)0xFF);
        for (; x < count - Step; x += Step)
        {
            var n = Vector256.Load((ushort*)(near + (2 * x))) & low;
            (n + n + n + (Vector256.Load((ushort*)(far + (2 * x))) & low)).Store(line + x);
        }

        return x;
    }

    /// <summary>Pixels of as many whole steps as a line has.</summary>
    /// <returns>The pixels done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Line(byte* luma, ushort* blue, ushort* red, byte* rgba, int width, in RgbFromYuv weights)
    {
        Vector256<short> forRed = Pair(weights.Luma, weights.RedV), forBlue = Pair(weights.Luma, weights.BlueU);
        Vector256<short> forGreen = Pair(weights.Luma, weights.GreenU), restOfGreen = Pair(0, weights.GreenV);
        Vector256<int> redOffset = Vector256.Create(weights.RedOffset), greenOffset = Vector256.Create(weights.GreenOffset), blueOffset = Vector256.Create(weights.BlueOffset);
        var opaque = Vector256.Create((short)255);
        var x = 0;
        for (; x <= width - Step; x += Step)
        {
            var y = Avx2.ConvertToVector256Int16(luma + x) << 3;
            Vector256<short> u = Upsample(blue + (x / 2)), v = Upsample(red + (x / 2));
            Vector256<short> yu0 = Avx2.UnpackLow(y, u), yu1 = Avx2.UnpackHigh(y, u), yv0 = Avx2.UnpackLow(y, v), yv1 = Avx2.UnpackHigh(y, v);
            var r = Avx2.PackSignedSaturate(
                (Avx2.MultiplyAddAdjacent(yv0, forRed) + redOffset) >> RgbFromYuv.Shift,
                (Avx2.MultiplyAddAdjacent(yv1, forRed) + redOffset) >> RgbFromYuv.Shift);
            var g = Avx2.PackSignedSaturate(
                (Avx2.MultiplyAddAdjacent(yu0, forGreen) + Avx2.MultiplyAddAdjacent(yv0, restOfGreen) + greenOffset) >> RgbFromYuv.Shift,
                (Avx2.MultiplyAddAdjacent(yu1, forGreen) + Avx2.MultiplyAddAdjacent(yv1, restOfGreen) + greenOffset) >> RgbFromYuv.Shift);
            var b = Avx2.PackSignedSaturate(
                (Avx2.MultiplyAddAdjacent(yu0, forBlue) + blueOffset) >> RgbFromYuv.Shift,
                (Avx2.MultiplyAddAdjacent(yu1, forBlue) + blueOffset) >> RgbFromYuv.Shift);
            Vector256<byte> rb = Avx2.PackUnsignedSaturate(r, b), ga = Avx2.PackUnsignedSaturate(g, opaque);
            Vector256<short> rg = Avx2.UnpackLow(rb, ga).AsInt16(), ba = Avx2.UnpackHigh(rb, ga).AsInt16();
            Vector256<byte> front = Avx2.UnpackLow(rg, ba).AsByte(), rear = Avx2.UnpackHigh(rg, ba).AsByte();
            Avx2.Permute2x128(front, rear, 0x20).Store(rgba + (4 * x));
            Avx2.Permute2x128(front, rear, 0x31).Store(rgba + (4 * x) + 32);
        }

        return x;
    }

    // Of eight sums x 4, sixteen x 8: each twice, and each with the next.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Upsample(ushort* line)
    {
        var self = Vector128.Load((short*)line);
        Vector128<short> even = self + self, odd = self + Vector128.Load((short*)line + 1);
        return Vector256.Create(Sse2.UnpackLow(even, odd), Sse2.UnpackHigh(even, odd));
    }

    private static Vector256<short> Pair(int a, int b) => Vector256.Create((a & 0xFFFF) | (b << 16)).AsInt16();
}
