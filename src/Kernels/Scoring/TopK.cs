using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Selects the k best of each block of candidates, best first. An item is a block: GPUs take many, and select again from
/// what the blocks leave, the CPU one. Keys differ, so the result does not depend on the blocks.
/// </summary>
/// <param name="candidates">What to select from.</param>
/// <param name="blockLength">Candidates a block; the last may have fewer.</param>
/// <param name="k">How many of each block, at least 1.</param>
/// <param name="keys">Takes k keys a block: the selected ones, then 0 where the block had fewer.</param>
/// <param name="top">Takes the indices of those keys, -1 where there is none.</param>
internal readonly struct TopK<TKeys>(TKeys candidates, long blockLength, int k, ArrayView<ulong> keys, ArrayView<int> top) : IItemOperation
    where TKeys : struct, ITopKeys
{
    // The definition is a heap with the worst of the k at its root, kept in place, then sorted in place.
    public void Item(int item)
    {
        var heap = (long)item * k;
        Clear(heap);
        var end = End(item);
        for (var i = item * blockLength; i < end; i++)
        {
            Offer(heap, candidates.Key(i));
        }

        Sort(heap);
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            var heap = (long)item * k;
            Clear(heap);
            var last = End(item);
            for (var i = candidates.Next(item * blockLength, last, 0); i < last; i = candidates.Next(i + 1, last, keys[heap]))
            {
                Offer(heap, candidates.Key(i));
            }

            Sort(heap);
        }
    }

    private long End(int item) => Math.Min((item + 1) * blockLength, candidates.Length);

    private void Clear(long heap)
    {
        for (var i = 0; i < k; i++)
        {
            keys[heap + i] = 0;
        }
    }

    private void Offer(long heap, ulong key)
    {
        if (key > keys[heap])
        {
            Replace(heap, k, key);
        }
    }

    /// <summary>Puts a key in place of the root of a heap of <paramref name="count"/>.</summary>
    private void Replace(long heap, int count, ulong key)
    {
        var hole = 0;
        for (var child = 1; child < count; child = (2 * hole) + 1)
        {
            if (child + 1 < count && keys[heap + child + 1] < keys[heap + child])
            {
                child++;
            }

            var lesser = keys[heap + child];
            if (lesser >= key)
            {
                break;
            }

            keys[heap + hole] = lesser;
            hole = child;
        }

        keys[heap + hole] = key;
    }

    private void Sort(long heap)
    {
        for (var count = k - 1; count > 0; count--)
        {
            var key = keys[heap + count];
            keys[heap + count] = keys[heap];
            Replace(heap, count, key);
        }

        for (var i = 0; i < k; i++)
        {
            top[heap + i] = (int)~(uint)keys[heap + i];
        }
    }
}
