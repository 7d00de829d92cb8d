using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Chooses candidates one after another, each time the one with the greatest <see cref="MarginalRelevance"/>; of equal ones
/// the first. One item. GPUs run <see cref="DiverseStep"/> instead, whose result is the same.
/// </summary>
/// <param name="relevance">The candidates.</param>
/// <param name="top">Takes the chosen, in order; at most as many as there are candidates.</param>
internal readonly struct DiverseSelection(MarginalRelevance relevance, ArrayView<int> top) : IItemOperation
{
    public void Item(int item)
    {
        for (var step = 0; step < (int)top.Length; step++)
        {
            ulong best = 0;
            for (var candidate = 0; candidate < relevance.Count; candidate++)
            {
                best = Math.Max(best, Key(candidate, step));
            }

            top[step] = (int)~(uint)best;
        }
    }

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        var features = HostSpan.Of(relevance.Features, 0, relevance.Features.Length);
        fixed (float* f = features)
        fixed (float* scales = relevance.Scaled ? HostSpan.Of(relevance.Scales, 0, relevance.Count) : default)
        {
            new DiverseSelectionHost(relevance, f, scales).Choose(
                HostSpan.Of(relevance.Relevance, 0, relevance.Count), HostSpan.Of(top, 0, top.Length));
        }
    }

    private ulong Key(int candidate, int step)
    {
        uint greatest = 0;
        for (var i = 0; i < step; i++)
        {
            if (top[i] == candidate)
            {
                return 0;
            }

            greatest = Math.Max(greatest, relevance.Similarity(candidate, top[i]));
        }

        return relevance.Key(candidate, greatest);
    }
}
