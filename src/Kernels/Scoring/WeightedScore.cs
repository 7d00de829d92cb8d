using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// score[i] = (features[i, :] . weights) (1 + edits[i]), the sum in the order of <see cref="LaneSum"/>, each operation rounded
/// by itself. NaN comes out as one NaN.
/// </summary>
internal readonly struct WeightedScore : IItemOperation
{
    private readonly ArrayView<float> _features;
    private readonly ArrayView<float> _weights;
    private readonly ArrayView<float> _edits;
    private readonly ArrayView<uint> _scores;
    private readonly int _columns;
    private readonly int _hasEdits;
    private readonly uint _zero;

    /// <param name="features">N x F, row-major; F at least 1.</param>
    /// <param name="weights">F.</param>
    /// <param name="edits">N. Without edits any view that is not empty, which is then not read.</param>
    /// <param name="hasEdits">False: every factor is 1.</param>
    /// <param name="scores">Takes N scores.</param>
    public WeightedScore(ArrayView<float> features, ArrayView<float> weights, ArrayView<float> edits, bool hasEdits, ArrayView<float> scores)
    {
        _features = features;
        _weights = weights;
        _edits = edits;
        _scores = scores.Cast<uint>();
        _columns = (int)weights.Length;
        _hasEdits = hasEdits ? 1 : 0;
        _zero = 0;
    }

    public void Item(int item)
    {
        var score = new LaneSum(_features, _weights, _columns, _zero).Of((long)item * _columns, 0);
        if (_hasEdits != 0)
        {
            score = RoundedFloat.Multiply(score, 1 + _edits[item], _zero);
        }

        _scores[item] = FloatBits.Canonical(score);
    }

    [IntrinsicImplementation]
    public void Items(int first, int end) =>
        WeightedScoreHost.Score(
            HostSpan.Of(_features, (long)first * _columns, (long)(end - first) * _columns),
            HostSpan.Of(_weights, 0, _columns),
            _hasEdits != 0 ? HostSpan.Of(_edits, first, end - first) : default,
            HostSpan.Of(_scores.Cast<float>(), first, end - first));
}
