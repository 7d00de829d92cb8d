using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>Makes the best point of all blocks, the first of equal ones, the next centre. There is one item.</summary>
/// <param name="set">The points.</param>
/// <param name="gains">One a block.</param>
/// <param name="best">The point of each.</param>
/// <param name="step">The centre's number.</param>
/// <param name="centres">Takes it.</param>
internal readonly struct ClusterChoice(ClusterSet set, ArrayView<long> gains, ArrayView<int> best, int step, ArrayView<int> centres) : IItemOperation
{
    public void Item(int item)
    {
        var at = 0;
        for (var block = 1; block < gains.IntLength; block++)
        {
            at = gains[block] > gains[at] ? block : at;
        }

        for (var axis = 0; axis < 3; axis++)
        {
            centres[(3 * step) + axis] = set.Coordinate(best[at], axis);
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
