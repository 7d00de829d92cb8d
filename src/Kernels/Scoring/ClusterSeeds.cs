using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Looks in each block of points for the one that would be the best next centre: that of the greatest count x squared
/// distance to the nearest of those chosen, or of the greatest count where there is none; of equal ones the first. An item
/// is a block.
/// </summary>
/// <param name="set">The points.</param>
/// <param name="centres">The centres chosen so far.</param>
/// <param name="step">How many they are. The last of them is the only one that has not been met.</param>
/// <param name="near">N: the squared distance of each point to the nearest, kept from step to step.</param>
/// <param name="gains">Takes one a block.</param>
/// <param name="best">Takes the point's index for each block.</param>
internal readonly struct ClusterSeeds(ClusterSet set, ArrayView<int> centres, int step, ArrayView<uint> near, ArrayView<long> gains, ArrayView<int> best) : IItemOperation
{
    public void Item(int item)
    {
        long most = -1;
        var at = 0;
        var end = set.End(item);
        for (var point = ClusterSet.First(item); point < end; point++)
        {
            var nearest = step == 0 ? 1 : step == 1 ? set.Distance(point, centres, 0) : Math.Min(near[point], set.Distance(point, centres, step - 1));
            near[point] = nearest;
            var gain = set.CountOf(point) * (long)nearest;
            if (gain > most)
            {
                most = gain;
                at = point;
            }
        }

        gains[item] = most;
        best[item] = at;
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
