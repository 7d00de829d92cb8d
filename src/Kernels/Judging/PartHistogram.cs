using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// Histograms of parts of pictures: an item is a part, some of a picture's blocks, and has counters of its own, so that no
/// addition is atomic. <see cref="SumCounters"/> adds the parts up.
/// </summary>
/// <param name="bins">The pixels and the counters: <see cref="IPictureBins.Length"/> a part.</param>
/// <param name="blocks">Blocks of the pictures.</param>
/// <param name="blockStarts">For each picture the number of its first block, then that of all blocks.</param>
/// <param name="partStarts">For each picture the number of its first part, then that of all parts.</param>
internal readonly struct PartHistogram<TBins>(TBins bins, PictureBlocks blocks, ArrayView<int> blockStarts, ArrayView<int> partStarts) : IItemOperation
    where TBins : struct, IPictureBins
{
    public void Item(int item)
    {
        var counters = Clear(item);
        var end = Block(item, 1);
        for (var block = Block(item, 0); block < end; block++)
        {
            var area = blocks.Area(block);
            for (var y = area.Top; y < area.Bottom; y++)
            {
                for (var x = area.Left; x < area.Right; x++)
                {
                    bins.Add(area.Offset + (y * area.Width) + x, counters);
                }
            }
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            bins.CountBlocks(blocks, Block(item, 0), Block(item, 1), (long)item * bins.Length);
        }
    }

    private long Clear(int item)
    {
        var counters = (long)item * bins.Length;
        for (var i = 0; i < bins.Length; i++)
        {
            bins.Clear(counters + i);
        }

        return counters;
    }

    /// <summary>The first block of a part, or of the one after it.</summary>
    private int Block(int item, int next)
    {
        var picture = Groups.Of(partStarts, item);
        int parts = partStarts[picture + 1] - partStarts[picture], count = blockStarts[picture + 1] - blockStarts[picture];
        return blockStarts[picture] + (int)((long)count * (item - partStarts[picture] + next) / parts);
    }
}
