using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>The pass down of <see cref="ResizeBand"/>: one output row from pairs of lines.</summary>
internal static unsafe class DownRows
{
    /// <summary>Sums lines by their weights.</summary>
    /// <param name="lines">For each pair of lines, its dwords.</param>
    /// <param name="weights">For each pair of lines, the high and the low parts of two weights.</param>
    /// <param name="pairs">The number of pairs.</param>
    /// <param name="line">Takes the row.</param>
    /// <param name="count">Bytes of the row, a multiple of 64.</param>
    /// <param name="path">The instructions to use.</param>
    public static void Resize(int** lines, int* weights, int pairs, byte* line, int count, HostPath path)
    {
        if (path != HostPath.Plain)
        {
            Avx2Row(lines, weights, pairs, line, count);
        }
        else
        {
            PlainRow(lines, weights, pairs, line, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Avx2Row(int** lines, int* weights, int pairs, byte* line, int count)
    {
        var order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
        var half = Vector256.Create(ResampleWeights.Half);
        for (var i = 0; i < count; i += 32)
        {
            Vector256<int> highA = default, highB = default, highC = default, highD = default, lowA = half, lowB = half, lowC = half, lowD = half;
            for (var pair = 0; pair < pairs; pair++)
            {
                var from = (short*)(lines[pair] + i);
                var high = Vector256.Create(weights[2 * pair]).AsInt16();
                var low = Vector256.Create(weights[(2 * pair) + 1]).AsInt16();
                Vector256<short> a = Vector256.Load(from), b = Vector256.Load(from + 16), c = Vector256.Load(from + 32), d = Vector256.Load(from + 48);
                highA += Avx2.MultiplyAddAdjacent(a, high);
                highB += Avx2.MultiplyAddAdjacent(b, high);
                highC += Avx2.MultiplyAddAdjacent(c, high);
                highD += Avx2.MultiplyAddAdjacent(d, high);
                lowA += Avx2.MultiplyAddAdjacent(a, low);
                lowB += Avx2.MultiplyAddAdjacent(b, low);
                lowC += Avx2.MultiplyAddAdjacent(c, low);
                lowD += Avx2.MultiplyAddAdjacent(d, low);
            }

            var front = Avx2.PackSignedSaturate(Sum(highA, lowA), Sum(highB, lowB));
            var back = Avx2.PackSignedSaturate(Sum(highC, lowC), Sum(highD, lowD));
            Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(front, back).AsInt32(), order).AsByte().Store(line + i);
        }
    }

    private static void PlainRow(int** lines, int* weights, int pairs, byte* line, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var sum = ResampleWeights.Half;
            for (var pair = 0; pair < pairs; pair++)
            {
                int two = lines[pair][i], high = weights[2 * pair], low = weights[(2 * pair) + 1];
                sum += ((((short)high << 8) + (low & 0xFFFF)) * (two & 0xFFFF)) + (((high >> 16 << 8) + (low >>> 16)) * (two >>> 16));
            }

            line[i] = (byte)Resample.Clip(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(Vector256<int> high, Vector256<int> low) => ((high << 8) + low) >> ResampleWeights.Bits;
}
