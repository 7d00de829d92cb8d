using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>The score of each selected key; NaN where there is none.</summary>
internal readonly struct KeyScores(ArrayView<ulong> keys, ArrayView<float> scores) : IItemOperation
{
    // Its own view of the scores: NaN is stored as bits.
    private readonly ArrayView<uint> _bits = scores.Cast<uint>();

    public void Item(int item) => _bits[item] = ScoreKeys.ScoreBits(keys[item]);

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var from = HostSpan.Of(keys, first, end - first);
        var to = HostSpan.Of(_bits, first, end - first);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = ScoreKeys.ScoreBits(from[i]);
        }
    }
}
