using System.Runtime.CompilerServices;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Selects the k best of each block of candidates of each row, best first. An item is a block: GPUs take many, and select
/// again from what the blocks leave, the CPU one a row. Keys differ, so the result does not depend on the blocks.
/// </summary>
/// <param name="candidates">What to select from.</param>
/// <param name="rowLength">Candidates a row, at least 1.</param>
/// <param name="blockLength">Candidates a block, at most a row; a row's last block may have fewer.</param>
/// <param name="k">How many of each block, at least 1.</param>
/// <param name="keys">Takes k keys a block: the selected ones, then 0 where the block had fewer.</param>
/// <param name="top">Takes the indices of those keys in their row, -1 where there is none.</param>
internal readonly struct TopK<TKeys>(TKeys candidates, int rowLength, int blockLength, int k, ArrayView<ulong> keys, ArrayView<int> top) : IItemOperation
    where TKeys : struct, ITopKeys
{
    private readonly int _blocks = (int)(((long)rowLength + blockLength - 1) / blockLength);

    public void Item(int item)
    {
        var heap = new KeyHeap(keys, (long)item * k, k);
        heap.Clear();
        var row = (long)(item / _blocks) * rowLength;
        var start = (long)(item % _blocks) * blockLength;
        var end = Math.Min(start + blockLength, rowLength);
        for (var i = start; i < end; i++)
        {
            heap.Offer(candidates.Key(row, i));
        }

        heap.Sort();
        for (var i = (long)item * k; i < ((long)item + 1) * k; i++)
        {
            top[i] = (int)~(uint)keys[i];
        }
    }

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        var buffer = (ulong*)HostScratch.Take((long)sizeof(ulong) * Math.Max(HostReservoir.Capacity(k), TopSample.Largest));
        for (var item = first; item < end; item++)
        {
            var row = (long)(item / _blocks) * rowLength;
            var start = item % _blocks * blockLength;
            var last = (int)Math.Min((long)start + blockLength, rowLength);
            var into = HostSpan.Of(keys, (long)item * k, k);
            var reservoir = new HostReservoir(buffer, k);
            reservoir.Start(TopSample.Bound(candidates, row, start, last, k, buffer));
            if (reservoir.Bound == 0 || Collect(row, start, last, ref reservoir, into) < k)
            {
                // Nothing was known, or the sample promised more than there is: from the beginning, then, without a bound.
                reservoir.Start(0);
                Collect(row, start, last, ref reservoir, into);
            }

            var indices = HostSpan.Of(top, (long)item * k, k);
            for (var i = 0; i < into.Length; i++)
            {
                indices[i] = (int)~(uint)into[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Collect(long row, long start, long end, ref HostReservoir reservoir, Span<ulong> into)
    {
        candidates.Offer(row, start, end, ref reservoir);
        return reservoir.Finish(into);
    }
}
