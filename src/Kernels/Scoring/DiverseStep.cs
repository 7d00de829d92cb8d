using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// A step of <see cref="DiverseSelection"/> on GPUs: every candidate meets the one that was chosen last. Then a
/// <see cref="TopK{TKeys}"/> of 1 chooses. The host does not run it.
/// </summary>
/// <param name="relevance">The candidates.</param>
/// <param name="chosen">Those chosen so far, <paramref name="count"/> of them.</param>
/// <param name="count">How many; 0 at the first step.</param>
/// <param name="greatest">Each candidate's greatest similarity, kept from step to step.</param>
/// <param name="keys">Each candidate's key, likewise; 0 for who has been chosen.</param>
internal readonly struct DiverseStep(MarginalRelevance relevance, ArrayView<int> chosen, int count, ArrayView<uint> greatest, ArrayView<ulong> keys) : IItemOperation
{
    public void Item(int item)
    {
        if (count == 0)
        {
            greatest[item] = 0;
            keys[item] = relevance.Key(item, 0);
            return;
        }

        var last = chosen[count - 1];
        if (item == last)
        {
            keys[item] = 0;
        }

        if (keys[item] != 0)
        {
            greatest[item] = Math.Max(greatest[item], relevance.Similarity(item, last));
            keys[item] = relevance.Key(item, greatest[item]);
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
