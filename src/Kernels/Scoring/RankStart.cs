using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>The start of a power iteration: every rank is the same, and it has not ended.</summary>
/// <param name="rank">1/n.</param>
/// <param name="ranks">Takes n.</param>
/// <param name="ended">Becomes 0.</param>
internal readonly struct RankStart(float rank, ArrayView<float> ranks, ArrayView<int> ended) : IItemOperation
{
    public void Item(int item)
    {
        ranks[item] = rank;
        if (item == 0)
        {
            ended[0] = 0;
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            Item(item);
        }
    }
}
