using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// The pass across of <see cref="ResizeBand"/>, and its weights in the order in which vectors take them: for each two
/// outputs, byte offsets of their windows, then for each four taps a 256-bit vector, a half for each output, of 16-bit
/// pairs: high parts of taps 0, 1 and 2, 3, then the low parts.
/// </summary>
internal static unsafe class AcrossTable
{
    /// <summary>Groups of four taps in the widest window.</summary>
    public static int Quads(in ResizeShape shape) => (shape.AcrossTaps + 3) / 4;

    public static int Bytes(in ResizeShape shape, int strip) => HostScratch.Aligned(checked((4 * strip) + (strip / 2 * Quads(shape) * 32)));

    public static void Fill(byte* table, int* across, in ResizeShape shape, int x, int count, HostPath path)
    {
        if (path == HostPath.Plain)
        {
            return;
        }

        int quads = Quads(shape), stride = shape.AcrossTaps + ResampleWeights.Header;
        var offsets = (int*)table;
        var weights = (int*)(table + (4 * count));
        for (var i = 0; i < count; i++)
        {
            // Behind the picture the last window again: what it makes is never stored.
            var entry = across + ((long)Math.Min(x + i, shape.Width - 1) * stride);
            var taps = entry + ResampleWeights.Header;
            offsets[i] = entry[0] * shape.Channels;
            var into = weights + (i / 2 * quads * 8) + (i % 2 * 4);
            for (var quad = 0; quad < quads; quad++, into += 8)
            {
                ResizeBand.Split(Tap(taps, shape, 4 * quad), Tap(taps, shape, (4 * quad) + 1), out into[0], out into[2]);
                ResizeBand.Split(Tap(taps, shape, (4 * quad) + 2), Tap(taps, shape, (4 * quad) + 3), out into[1], out into[3]);
            }
        }
    }

    public static void Resize(byte* table, byte* upper, byte* lower, int* across, in ResizeShape shape, int x, int count, int* into, HostPath path)
    {
        if (path == HostPath.Avx2)
        {
            Avx2Lines((int*)table, table + (4 * count), Quads(shape), upper, lower, shape.Channels, count, into);
        }
        else
        {
            PlainLines(across, upper, lower, shape, x, Math.Min(count, shape.Width - x), into);
        }
    }

    private static int Tap(int* taps, in ResizeShape shape, int k) => k < shape.AcrossTaps ? taps[k] : 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Avx2Lines(int* offsets, byte* weights, int quads, byte* upper, byte* lower, int channels, int count, int* into)
    {
        // Channel by channel the first two of four pixels as 16-bit pairs, and the last two.
        var firstHalf = channels == 4
            ? Vector128.Create((byte)0, 255, 4, 255, 1, 255, 5, 255, 2, 255, 6, 255, 3, 255, 7, 255)
            : Vector128.Create((byte)0, 255, 3, 255, 1, 255, 4, 255, 2, 255, 5, 255, 255, 255, 255, 255);
        var moved = Vector128.Create((byte)(2 * channels));
        var secondHalf = Vector128.ConditionalSelect(Vector128.Equals(firstHalf, Vector128<byte>.AllBitsSet), firstHalf, firstHalf + moved);
        var first = Vector256.Create(firstHalf, firstHalf);
        var second = Vector256.Create(secondHalf, secondHalf);
        var interleave = Vector256.Create((byte)0, 255, 4, 255, 1, 255, 5, 255, 2, 255, 6, 255, 3, 255, 7, 255, 0, 255, 4, 255, 1, 255, 5, 255, 2, 255, 6, 255, 3, 255, 7, 255);
        var half = Vector256.Create(ResampleWeights.Half);
        var step = 4 * channels;
        for (var x = 0; x < count; x += 2)
        {
            byte* upperA = upper + offsets[x], upperB = upper + offsets[x + 1], lowerA = lower + offsets[x], lowerB = lower + offsets[x + 1];
            Vector256<int> upperHigh = default, upperLow = half, lowerHigh = default, lowerLow = half;
            for (var quad = 0; quad < quads; quad++, weights += 32)
            {
                var taps = Vector256.Load((int*)weights);
                var high01 = Avx2.Shuffle(taps, 0b00_00_00_00).AsInt16();
                var high23 = Avx2.Shuffle(taps, 0b01_01_01_01).AsInt16();
                var low01 = Avx2.Shuffle(taps, 0b10_10_10_10).AsInt16();
                var low23 = Avx2.Shuffle(taps, 0b11_11_11_11).AsInt16();

                var pixels = Vector256.Create(Vector128.Load(upperA), Vector128.Load(upperB));
                var pair01 = Avx2.Shuffle(pixels, first).AsInt16();
                var pair23 = Avx2.Shuffle(pixels, second).AsInt16();
                upperHigh += Avx2.MultiplyAddAdjacent(pair01, high01) + Avx2.MultiplyAddAdjacent(pair23, high23);
                upperLow += Avx2.MultiplyAddAdjacent(pair01, low01) + Avx2.MultiplyAddAdjacent(pair23, low23);

                pixels = Vector256.Create(Vector128.Load(lowerA), Vector128.Load(lowerB));
                pair01 = Avx2.Shuffle(pixels, first).AsInt16();
                pair23 = Avx2.Shuffle(pixels, second).AsInt16();
                lowerHigh += Avx2.MultiplyAddAdjacent(pair01, high01) + Avx2.MultiplyAddAdjacent(pair23, high23);
                lowerLow += Avx2.MultiplyAddAdjacent(pair01, low01) + Avx2.MultiplyAddAdjacent(pair23, low23);
                upperA += step;
                upperB += step;
                lowerA += step;
                lowerB += step;
            }

            var above = ((upperHigh << 8) + upperLow) >> ResampleWeights.Bits;
            var below = ((lowerHigh << 8) + lowerLow) >> ResampleWeights.Bits;
            var words = Avx2.PackSignedSaturate(above, below);
            Avx2.Shuffle(Avx2.PackUnsignedSaturate(words, words), interleave).AsInt32().Store(into + (4 * x));
        }
    }

    private static void PlainLines(int* across, byte* upper, byte* lower, in ResizeShape shape, int x, int count, int* into)
    {
        for (var i = 0; i < count; i++)
        {
            var entry = across + ((long)(x + i) * (shape.AcrossTaps + ResampleWeights.Header));
            for (var c = 0; c < shape.Channels; c++)
            {
                int above = ResampleWeights.Half, below = ResampleWeights.Half, at = (entry[0] * shape.Channels) + c;
                for (var k = 0; k < entry[1]; k++, at += shape.Channels)
                {
                    above += entry[ResampleWeights.Header + k] * upper[at];
                    below += entry[ResampleWeights.Header + k] * lower[at];
                }

                into[(4 * i) + c] = Resample.Clip(above) | (Resample.Clip(below) << 16);
            }
        }
    }
}
