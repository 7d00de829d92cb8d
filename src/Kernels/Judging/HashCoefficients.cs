using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// The 8 x 8 lowest coefficients of the unnormalised DCT-II of 32 x 32 pictures, in integers: cosines of 30 fraction bits
/// down the columns, rounded to 20 bits, cosines of 25 across. An item is a coefficient; scipy's value is 2^-43 times it,
/// within 1e-3.
/// </summary>
/// <param name="pixels">The pictures, four bytes a pixel of which the first counts.</param>
/// <param name="cosines">cos(pi k (2 n + 1) / 64) x 2^30 at 32 k + n, k below 8; then the same x 2^25.</param>
/// <param name="coefficients">Takes 64 a picture, row by row.</param>
internal readonly struct HashCoefficients(ArrayView<byte> pixels, ArrayView<int> cosines, ArrayView<long> coefficients) : IItemOperation
{
    /// <summary>Pixels on a side.</summary>
    public const int Side = 32;

    /// <summary>Coefficients on a side.</summary>
    public const int Kept = 8;

    private const int FirstBits = 30;
    private const int MiddleBits = 20;
    private const int SecondBits = 25;
    private const int Shift = FirstBits - MiddleBits;

    // Around 0, sums are smaller and so more exact; only the coefficient at 0, 0 has to take it back.
    private const int Grey = 128;

    /// <summary>The table of cosines.</summary>
    public static int[] Cosines { get; } =
        [.. new[] { FirstBits, SecondBits }.SelectMany(bits => Enumerable.Range(0, Kept * Side).Select(i => (int)Math.Round(Math.Cos(Math.PI * (i / Side) * ((2 * (i % Side)) + 1) / (2 * Side)) * (1L << bits))))];

    public void Item(int item)
    {
        int picture = item / (Kept * Kept), row = item / Kept % Kept, column = item % Kept;
        long sum = 0;
        for (var x = 0; x < Side; x++)
        {
            long down = 0;
            for (var y = 0; y < Side; y++)
            {
                down += (long)cosines[(row * Side) + y] * (pixels[4 * ((picture * Side * Side) + (y * Side) + x)] - Grey);
            }

            sum += Rounded(down) * cosines[(Kept * Side) + (column * Side) + x];
        }

        coefficients[item] = sum + Origin(row, column);
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var table = HostSpan.Of(cosines, 0, cosines.Length);
        var last = -1;
        Span<long> down = stackalloc long[Side];
        for (var item = first; item < end; item++)
        {
            int picture = item / (Kept * Kept), row = item / Kept % Kept, column = item % Kept;
            if (last != item / Kept)
            {
                last = item / Kept;
                Down(HostSpan.Of(pixels, 4L * picture * Side * Side, 4 * Side * Side), table[(row * Side)..], down);
            }

            var across = table.Slice((Kept * Side) + (column * Side), Side);
            long sum = 0;
            for (var x = 0; x < Side; x++)
            {
                sum += down[x] * across[x];
            }

            coefficients[item] = sum + Origin(row, column);
        }
    }

    private static void Down(ReadOnlySpan<byte> picture, ReadOnlySpan<int> weights, Span<long> sums)
    {
        sums.Clear();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                sums[x] += (long)weights[y] * (picture[4 * ((y * Side) + x)] - Grey);
            }
        }

        foreach (ref var sum in sums)
        {
            sum = Rounded(sum);
        }
    }

    private static long Rounded(long value) => (value + (1L << (Shift - 1))) >> Shift;

    private static long Origin(int row, int column) => row == 0 && column == 0 ? (long)Grey * Side * Side << (MiddleBits + SecondBits) : 0;
}
