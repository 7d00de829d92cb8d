using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// The vectors of <see cref="RgbaToPlanesRows"/>. 31-bit coefficients are two signed 16-bit halves, c = 65536 h + l; the
/// sum's high bits are then exactly (sum(h p) + (sum(l p) >> 16)) >> rest, all in 32 bits.
/// </summary>
internal static unsafe class RgbaToPlanesAvx2
{
    /// <summary>Pixels at a time.</summary>
    private const int Step = 16;

    /// <summary>Luma, and differences to green filtered across, of as many whole steps as a line has.</summary>
    /// <returns>The pixels done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Line(byte* rgba, byte* luma, int* line, int width, in YuvFromRgb weights)
    {
        if (width < Step)
        {
            return 0;
        }

        // Luma of the differences too: R cr + G cg + B cb = (R - G) cr + (B - G) cb + G (cr + cg + cb).
        var green = (long)weights.LumaR + weights.LumaG + weights.LumaB;
        var greenHigh = (int)((green - (short)green) >> 16);
        var high = Pair(High(weights.LumaR), High(weights.LumaB));
        var low = Pair(Low(weights.LumaR), Low(weights.LumaB));
        var gHigh = Pair((short)(greenHigh >> 1), (short)(greenHigh - (greenHigh >> 1)));
        var gLow = Pair((short)green, 0);
        var offset = Vector256.Create(weights.LumaOffset << (YuvFromRgb.LumaShift - 1 - 16));
        var mask = Vector256.Create(0x00FF00FF);
        var greens = Vector256.Create((byte)1, 255, 1, 255, 5, 255, 5, 255, 9, 255, 9, 255, 13, 255, 13, 255, 1, 255, 1, 255, 5, 255, 5, 255, 9, 255, 9, 255, 13, 255, 13, 255);
        var order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);

        // From odd pixels in the order 0 1 4 5 2 3 6 7 to the odd pixel before each; the first lane is the last of the step before.
        var back = Vector256.Create(7, 0, 5, 2, 1, 4, 3, 6);
        var before = Vector256.Create(((rgba[0] - rgba[1]) & 0xFFFF) | ((rgba[2] - rgba[1]) << 16));
        var x = 0;
        for (; x <= width - Step; x += Step)
        {
            Vector256<int> front = Vector256.Load((int*)rgba + x), rear = Vector256.Load((int*)rgba + x + 8);
            Vector256<short> g0 = Avx2.Shuffle(front.AsByte(), greens).AsInt16(), g1 = Avx2.Shuffle(rear.AsByte(), greens).AsInt16();
            Vector256<short> d0 = (front & mask).AsInt16() - g0, d1 = (rear & mask).AsInt16() - g1;
            var y0 = Luma(d0, g0, high, low, gHigh, gLow, offset);
            var y1 = Luma(d1, g1, high, low, gHigh, gLow, offset);
            var words = Avx2.PackSignedSaturate(y0, y1);
            var bytes = Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(words, words).AsInt32(), order).AsByte();
            bytes.GetLower().Store(luma + x);

            var even = Avx.Shuffle(d0.AsSingle(), d1.AsSingle(), 0b10_00_10_00).AsInt16();
            var odd = Avx.Shuffle(d0.AsSingle(), d1.AsSingle(), 0b11_01_11_01).AsInt16();
            var moved = Avx2.PermuteVar8x32(odd.AsInt32(), back);
            var left = Avx2.Blend(moved, before, 1).AsInt16();
            before = moved;
            (even + even + odd + left).AsInt32().Store(line + (x / 2));
        }

        return x;
    }

    /// <summary>Chroma of whole blocks.</summary>
    /// <returns>The sites done: <paramref name="count"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Down(int* a, int* b, int* c, int* d, byte* blue, byte* red, int count, int step, in YuvFromRgb weights)
    {
        Vector256<short> blueHigh = Pair(High(weights.BlueR), High(weights.BlueB)), blueLow = Pair(Low(weights.BlueR), Low(weights.BlueB));
        Vector256<short> redHigh = Pair(High(weights.RedR), High(weights.RedB)), redLow = Pair(Low(weights.RedR), Low(weights.RedB));
        var offsetLow = Vector256.Create((int)(YuvFromRgb.ChromaOffset & 0xFFFF));
        var offsetHigh = Vector256.Create((int)(YuvFromRgb.ChromaOffset >> 16));
        for (var x = 0; x < count; x += 8)
        {
            var middle = Vector256.Load((short*)(b + x)) + Vector256.Load((short*)(c + x));
            var sum = Vector256.Load((short*)(a + x)) + Vector256.Load((short*)(d + x)) + middle + middle + middle;
            var cb = (((Avx2.MultiplyAddAdjacent(sum, blueLow) + offsetLow) >> 16) + Avx2.MultiplyAddAdjacent(sum, blueHigh) + offsetHigh) >> (YuvFromRgb.ChromaShift - 16);
            var cr = (((Avx2.MultiplyAddAdjacent(sum, redLow) + offsetLow) >> 16) + Avx2.MultiplyAddAdjacent(sum, redHigh) + offsetHigh) >> (YuvFromRgb.ChromaShift - 16);
            var words = Avx2.PackSignedSaturate(cb, cr);
            var bytes = Avx2.PackUnsignedSaturate(words, words);

            // Puts the ring's order right too: Cb 0 to 7, then Cr.
            var sites = Sse2.UnpackLow(bytes.GetLower().AsInt16(), bytes.GetUpper().AsInt16()).AsByte();
            if (step == 1)
            {
                sites.GetLower().Store(blue + x);
                sites.GetUpper().Store(red + x);
            }
            else
            {
                Sse2.UnpackLow(sites, Vector128.Create(sites.GetUpper(), sites.GetUpper())).Store(blue + (2 * x));
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Luma(Vector256<short> differences, Vector256<short> greens, Vector256<short> high, Vector256<short> low, Vector256<short> gHigh, Vector256<short> gLow, Vector256<int> offset)
    {
        var rest = (Avx2.MultiplyAddAdjacent(differences, low) + Avx2.MultiplyAddAdjacent(greens, gLow)) >> 16;
        return (Avx2.MultiplyAddAdjacent(differences, high) + Avx2.MultiplyAddAdjacent(greens, gHigh) + offset + rest) >> (YuvFromRgb.LumaShift - 16);
    }

    private static short Low(int coefficient) => (short)coefficient;

    private static short High(int coefficient) => (short)((coefficient - (short)coefficient) >> 16);

    private static Vector256<short> Pair(short a, short b) => Vector256.Create((int)(ushort)a | (b << 16)).AsInt16();
}
