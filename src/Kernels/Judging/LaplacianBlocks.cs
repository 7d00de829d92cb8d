using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// For each block of pictures the sum and the sum of squares of the Laplacian [0 1 0; 1 -4 1; 0 1 0], the picture's border
/// reflected without repeating the edge (OpenCV's REFLECT_101; a side of one pixel repeats it).
/// </summary>
/// <param name="gray">The pictures, a byte a pixel.</param>
/// <param name="blocks">Their blocks.</param>
/// <param name="sums">Takes two sums a block.</param>
internal readonly struct LaplacianBlocks(ArrayView<byte> gray, PictureBlocks blocks, ArrayView<long> sums) : IBlockSums<LaplacianBlocks>
{
    /// <summary>Sums a block.</summary>
    public const int Measures = 2;

    static int IBlockSums<LaplacianBlocks>.Count => Measures;

    static LaplacianBlocks IBlockSums<LaplacianBlocks>.Of(ArrayView<byte> pictures, PictureBlocks blocks, ArrayView<long> sums) => new(pictures, blocks, sums);

    public void Item(int item)
    {
        var area = blocks.Area(item);
        long sum = 0, squares = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            var line = area.Offset + (y * area.Width);
            int up = area.Offset + (Reflect(y - 1, area.Height) * area.Width), down = area.Offset + (Reflect(y + 1, area.Height) * area.Width);
            for (var x = area.Left; x < area.Right; x++)
            {
                var value = gray[up + x] + gray[down + x] + gray[line + Reflect(x - 1, area.Width)] + gray[line + Reflect(x + 1, area.Width)] - (4 * gray[line + x]);
                sum += value;
                squares += value * value;
            }
        }

        sums[Measures * item] = sum;
        sums[(Measures * item) + 1] = squares;
    }

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (byte* from = &gray[0])
        {
            fixed (long* into = &sums[0])
            {
                for (var item = first; item < end; item++)
                {
                    LaplacianHost.Sum(from, blocks.Area(item), into + (Measures * item));
                }
            }
        }
    }

    /// <summary>A row or column at most one outside, brought inside.</summary>
    public static int Reflect(int i, int length)
    {
        var at = i < 0 ? -i : i >= length ? (2 * length) - 2 - i : i;
        return length == 1 ? 0 : at;
    }
}
