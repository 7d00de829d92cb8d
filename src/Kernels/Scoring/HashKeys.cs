using System.Numerics;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Hashes by how few of 64 bits differ from a query's: the upper half of the key is 1 more than the equal bits, so that no key
/// is 0. Rows are queries, which all look at the same hashes.
/// </summary>
/// <param name="queries">Q.</param>
/// <param name="hashes">N.</param>
internal readonly struct HashKeys(ArrayView<ulong> queries, ArrayView<ulong> hashes) : ITopKeys
{
    public ulong Key(long row, long index) => Of(queries[row / hashes.Length], hashes[index], (uint)index);

    [IntrinsicImplementation]
    public void Offer(long row, long start, long end, ref HostReservoir reservoir)
    {
        var query = queries[row / hashes.Length];
        var from = HostSpan.Of(hashes, start, end - start);

        // Equal distances come later in the order of indices, so only fewer differing bits beat the bound.
        var least = (int)(reservoir.Bound >> 32);
        for (var i = 0; i < from.Length; i++)
        {
            var equal = 65 - BitOperations.PopCount(query ^ from[i]);
            if (equal > least && reservoir.Offer(((ulong)equal << 32) | ~(uint)(start + i)))
            {
                least = (int)(reservoir.Bound >> 32);
            }
        }
    }

    private static ulong Of(ulong query, ulong hash, uint index) => ((ulong)(65 - PopCount(query ^ hash)) << 32) | ~index;

    // Sums of neighbouring bits, then of pairs, ... (Warren, Hacker's Delight, 5-1).
    private static uint PopCount(ulong bits)
    {
        bits -= (bits >> 1) & 0x5555555555555555;
        bits = (bits & 0x3333333333333333) + ((bits >> 2) & 0x3333333333333333);
        bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
        return (uint)((bits * 0x0101010101010101) >> 56);
    }
}
