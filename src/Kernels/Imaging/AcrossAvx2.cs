using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>The pass across of <see cref="ResizeBand"/> with AVX2: two outputs of two rows at a time.</summary>
internal static unsafe class AcrossAvx2
{
    /// <summary>Resizes two rows.</summary>
    /// <param name="offsets">Where each output's window starts, in bytes.</param>
    /// <param name="weights">The weights as <see cref="AcrossTable"/> lays them out.</param>
    /// <param name="quads">Groups of four taps.</param>
    /// <param name="ragged">The last group has two taps at most.</param>
    /// <param name="upper">The upper row.</param>
    /// <param name="lower">The lower row.</param>
    /// <param name="channels">3 or 4.</param>
    /// <param name="count">Outputs, an even number.</param>
    /// <param name="into">Takes the pairs, four an output.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lines(int* offsets, byte* weights, int quads, bool ragged, byte* upper, byte* lower, int channels, int count, int* into)
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
        quads -= ragged ? 1 : 0;
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

            if (ragged)
            {
                var taps = Vector256.Load((int*)weights);
                var high = Avx2.Shuffle(taps, 0b00_00_00_00).AsInt16();
                var low = Avx2.Shuffle(taps, 0b10_10_10_10).AsInt16();
                var upperPair = Avx2.Shuffle(Vector256.Create(Vector128.Load(upperA), Vector128.Load(upperB)), first).AsInt16();
                var lowerPair = Avx2.Shuffle(Vector256.Create(Vector128.Load(lowerA), Vector128.Load(lowerB)), first).AsInt16();
                upperHigh += Avx2.MultiplyAddAdjacent(upperPair, high);
                upperLow += Avx2.MultiplyAddAdjacent(upperPair, low);
                lowerHigh += Avx2.MultiplyAddAdjacent(lowerPair, high);
                lowerLow += Avx2.MultiplyAddAdjacent(lowerPair, low);
                weights += 32;
            }

            var above = ((upperHigh << 8) + upperLow) >> ResampleWeights.Bits;
            var below = ((lowerHigh << 8) + lowerLow) >> ResampleWeights.Bits;
            var words = Avx2.PackSignedSaturate(above, below);
            Avx2.Shuffle(Avx2.PackUnsignedSaturate(words, words), interleave).AsInt32().Store(into + (4 * x));
        }
    }
}
