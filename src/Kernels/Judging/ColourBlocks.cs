using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// For each block of pictures the sums that Hasler and Suesstrunk's colourfulness is made of: of rg = R - G, of its square,
/// of yb = R + G - 2 B (twice the paper's, to stay whole), of its square.
/// </summary>
/// <param name="rgba">The pictures, their alpha ignored.</param>
/// <param name="blocks">Their blocks.</param>
/// <param name="sums">Takes four sums a block.</param>
internal readonly struct ColourBlocks(ArrayView<byte> rgba, PictureBlocks blocks, ArrayView<long> sums) : IBlockSums<ColourBlocks>
{
    /// <summary>Sums a block.</summary>
    public const int Measures = 4;

    static int IBlockSums<ColourBlocks>.Count => Measures;

    static ColourBlocks IBlockSums<ColourBlocks>.Of(ArrayView<byte> pictures, PictureBlocks blocks, ArrayView<long> sums) => new(pictures, blocks, sums);

    /// <summary>The measure: sqrt(var rg + var yb) + 0.3 sqrt(mean rg^2 + mean yb^2).</summary>
    public static double Colourfulness(ReadOnlySpan<long> sums, long pixels)
    {
        double rg = Moments.Mean(sums[0], pixels), yb = Moments.Mean(sums[2], pixels) / 2;
        return Math.Sqrt(Moments.Variance(sums[0], sums[1], pixels) + (Moments.Variance(sums[2], sums[3], pixels) / 4)) + (0.3 * Math.Sqrt((rg * rg) + (yb * yb)));
    }

    public void Item(int item)
    {
        var area = blocks.Area(item);
        long rgSum = 0, rgSquares = 0, ybSum = 0, ybSquares = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                var at = 4 * (area.Offset + (y * area.Width) + x);
                int red = rgba[at], green = rgba[at + 1], blue = rgba[at + 2];
                int rg = red - green, yb = red + green - (2 * blue);
                rgSum += rg;
                rgSquares += rg * rg;
                ybSum += yb;
                ybSquares += yb * yb;
            }
        }

        sums[Measures * item] = rgSum;
        sums[(Measures * item) + 1] = rgSquares;
        sums[(Measures * item) + 2] = ybSum;
        sums[(Measures * item) + 3] = ybSquares;
    }

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (byte* from = &rgba[0])
        {
            fixed (long* into = &sums[0])
            {
                for (var item = first; item < end; item++)
                {
                    ColourHost.Sum(from, blocks.Area(item), into + (Measures * item));
                }
            }
        }
    }
}
