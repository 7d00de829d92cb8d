using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// The pass across of <see cref="ResizeBand"/> with AVX-512 VBMI: sixteen bytes of the result at a time, whatever their
/// channels, by one permutation of 64 bytes for each four taps. A weight is 128 h + l with l of -64 to 63, so that two
/// products of l and a pixel fit 16 bits, and h takes 16: a quarter fewer multiplications and half the shuffles of
/// <see cref="AcrossAvx2"/>, and no empty fourth channel.
/// </summary>
internal static unsafe class AcrossVbmi
{
    /// <summary>Bytes made at once.</summary>
    private const int Lanes = 16;

    // What a permutation reaches.
    private const int Reach = 64;

    private const int LowBits = 7;

    // For four taps of a block: where the pixels are, the high parts of taps 0 and 2, of 1 and 3, and the low parts.
    private const int QuadBytes = 4 * Reach;

    private const int MostWeight = (short.MaxValue << LowBits) + (1 << (LowBits - 1)) - 1;

    /// <summary>Whether all windows of a block are within reach, and no weight is 1, which has no place in 16 bits.</summary>
    public static bool Fits(int* across, in ResizeShape shape)
    {
        int stride = shape.AcrossTaps + ResampleWeights.Header, bytes = shape.Width * shape.Channels;
        for (var lane = 0; lane < bytes; lane += Lanes)
        {
            var last = across + ((long)(Math.Min(lane + Lanes, bytes) - 1) / shape.Channels * stride);
            if ((last[0] + last[1] - across[(long)(lane / shape.Channels) * stride]) * shape.Channels > Reach)
            {
                return false;
            }
        }

        for (var x = 0; x < shape.Width; x++)
        {
            var entry = across + ((long)x * stride);
            for (var k = 0; k < entry[1]; k++)
            {
                if (entry[ResampleWeights.Header + k] is > MostWeight or < -MostWeight)
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static int Bytes(in ResizeShape shape, int strip)
    {
        var blocks = strip * shape.Channels / Lanes;
        return HostScratch.Aligned(checked(HostScratch.Aligned(4 * blocks) + (blocks * AcrossTable.Quads(shape) * QuadBytes)));
    }

    /// <summary>Lays out the weights of a strip: where each block's bytes start, then its taps by fours.</summary>
    /// <param name="table">Takes them.</param>
    /// <param name="across">The windows.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">The strip's first pixel.</param>
    /// <param name="count">Its pixels, a multiple of 16.</param>
    public static void Fill(byte* table, int* across, in ResizeShape shape, int x, int count)
    {
        int quads = AcrossTable.Quads(shape), blocks = count * shape.Channels / Lanes, stride = shape.AcrossTaps + ResampleWeights.Header;
        var into = table + HostScratch.Aligned(4 * blocks);
        for (var block = 0; block < blocks; block++, into += quads * QuadBytes)
        {
            var start = across[(long)Math.Min(x + (block * Lanes / shape.Channels), shape.Width - 1) * stride];
            ((int*)table)[block] = start * shape.Channels;
            for (var lane = 0; lane < Lanes; lane++)
            {
                var (pixel, channel) = Math.DivRem((block * Lanes) + lane, shape.Channels);
                var entry = across + ((long)Math.Min(x + pixel, shape.Width - 1) * stride);

                // Behind the picture nothing is made that is stored.
                var taps = x + pixel < shape.Width ? entry[1] : 0;
                for (var k = 0; k < 4 * quads; k++)
                {
                    var weight = k < taps ? entry[ResampleWeights.Header + k] : 0;
                    var low = ((weight + (1 << (LowBits - 1))) & ((1 << LowBits) - 1)) - (1 << (LowBits - 1));
                    var quad = into + (k / 4 * QuadBytes);
                    quad[(4 * lane) + (k % 4)] = (byte)(k < taps ? ((entry[0] - start + k) * shape.Channels) + channel : 0);
                    ((short*)(quad + (Reach * (1 + (k % 2)))))[(2 * lane) + (k % 4 / 2)] = (short)((weight - low) >> LowBits);
                    quad[(3 * Reach) + (4 * lane) + (k % 4)] = (byte)low;
                }
            }
        }
    }

    /// <summary>Resizes two rows.</summary>
    /// <param name="table">The weights.</param>
    /// <param name="quads">Groups of four taps.</param>
    /// <param name="upper">The upper row.</param>
    /// <param name="lower">The lower row.</param>
    /// <param name="blocks">Blocks of 16 bytes to make.</param>
    /// <param name="into">Takes the pairs, one a byte of the result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lines(byte* table, int quads, byte* upper, byte* lower, int blocks, int* into)
    {
        var offsets = (int*)table;
        var weights = table + HostScratch.Aligned(4 * blocks);
        var interleave = Vector512.Create(Vector256.Create(Order, Order), Vector256.Create(Order, Order));
        var half = Vector512.Create(ResampleWeights.Half);
        var ones = Vector512.Create((short)1);
        var evens = Vector512.Create(0x00FF00FF);
        var most = Vector512.Create((ushort)255);
        for (var block = 0; block < blocks; block++, into += Lanes)
        {
            Vector512<byte> above = Vector512.Load(upper + offsets[block]), below = Vector512.Load(lower + offsets[block]);
            Vector512<int> aboveHigh = default, belowHigh = default, aboveLow = half, belowLow = half;
            for (var quad = 0; quad < quads; quad++, weights += QuadBytes)
            {
                var places = Vector512.Load(weights);
                var even = Vector512.Load((short*)(weights + Reach));
                var odd = Vector512.Load((short*)(weights + (2 * Reach)));
                var low = Vector512.Load((sbyte*)(weights + (3 * Reach)));
                var pixels = Avx512Vbmi.PermuteVar64x8(above, places);
                aboveHigh += Avx512BW.MultiplyAddAdjacent((pixels.AsInt32() & evens).AsInt16(), even) + Avx512BW.MultiplyAddAdjacent((pixels.AsUInt16() >>> 8).AsInt16(), odd);
                aboveLow += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(pixels, low), ones);
                pixels = Avx512Vbmi.PermuteVar64x8(below, places);
                belowHigh += Avx512BW.MultiplyAddAdjacent((pixels.AsInt32() & evens).AsInt16(), even) + Avx512BW.MultiplyAddAdjacent((pixels.AsUInt16() >>> 8).AsInt16(), odd);
                belowLow += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(pixels, low), ones);
            }

            var first = ((aboveHigh << LowBits) + aboveLow) >> ResampleWeights.Bits;
            var second = ((belowHigh << LowBits) + belowLow) >> ResampleWeights.Bits;
            var words = Vector512.Min(Avx512BW.PackUnsignedSaturate(first, second), most);
            Avx512BW.Shuffle(words.AsByte(), interleave).AsInt32().Store(into);
        }
    }

    // Four words of the upper row and four of the lower one, in turn.
    private static Vector128<byte> Order => Vector128.Create((byte)0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
}
