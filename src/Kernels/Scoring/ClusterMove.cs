using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>Moves each centre to the mean of its points, rounded towards 0; one without points stays. An item is a centre.</summary>
/// <param name="parts">Blocks x centres x <see cref="ClusterSet.SumLength"/> sums.</param>
/// <param name="blocks">How many blocks.</param>
/// <param name="centres">The centres.</param>
internal readonly struct ClusterMove(ArrayView<long> parts, int blocks, ArrayView<int> centres) : IItemOperation
{
    private readonly int _stride = centres.IntLength / 3 * ClusterSet.SumLength;

    public void Item(int item)
    {
        long count = 0, x = 0, y = 0, z = 0;
        for (var block = 0; block < blocks; block++)
        {
            var part = ((long)block * _stride) + (item * ClusterSet.SumLength);
            count += parts[part];
            x += parts[part + 1];
            y += parts[part + 2];
            z += parts[part + 3];
        }

        if (count > 0)
        {
            centres[3 * item] = (int)(x / count);
            centres[(3 * item) + 1] = (int)(y / count);
            centres[(3 * item) + 2] = (int)(z / count);
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
