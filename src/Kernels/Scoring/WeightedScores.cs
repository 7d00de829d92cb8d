using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// <see cref="WeightedScore"/> for many matrices of one shape in one launch, one after the other in memory, each with weights
/// of its own: the same bits as one by one.
/// </summary>
internal readonly struct WeightedScores : IItemOperation
{
    private readonly ArrayView<float> _features;
    private readonly ArrayView<float> _weights;
    private readonly ArrayView<float> _edits;
    private readonly ArrayView<uint> _scores;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _hasEdits;
    private readonly uint _zero;

    /// <param name="features">B x N x F, row-major.</param>
    /// <param name="weights">B x F.</param>
    /// <param name="edits">B x N. Without edits any view that is not empty, which is then not read.</param>
    /// <param name="hasEdits">False: every factor is 1.</param>
    /// <param name="rows">N, at least 1.</param>
    /// <param name="columns">F, at least 1.</param>
    /// <param name="scores">Takes B x N scores.</param>
    public WeightedScores(ArrayView<float> features, ArrayView<float> weights, ArrayView<float> edits, bool hasEdits, int rows, int columns, ArrayView<float> scores)
    {
        _features = features;
        _weights = weights;
        _edits = edits;
        _scores = scores.Cast<uint>();
        _rows = rows;
        _columns = columns;
        _hasEdits = hasEdits ? 1 : 0;
        _zero = 0;
    }

    public void Item(int item)
    {
        var score = new LaneSum(_features, _weights, _columns, _zero).Of((long)item * _columns, (long)(item / _rows) * _columns);
        if (_hasEdits != 0)
        {
            score = RoundedFloat.Multiply(score, 1 + _edits[item], _zero);
        }

        _scores[item] = FloatBits.Canonical(score);
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var features = HostSpan.Of(_features, 0, _features.Length);
        var weights = HostSpan.Of(_weights, 0, _weights.Length);
        var edits = _hasEdits != 0 ? HostSpan.Of(_edits, 0, _edits.Length) : default;
        var scores = HostSpan.Of(_scores.Cast<float>(), 0, _scores.Length);
        while (first < end)
        {
            var matrix = first / _rows;
            var count = Math.Min(end, (matrix + 1) * _rows) - first;
            WeightedScoreHost.Score(
                features.Slice(first * _columns, count * _columns),
                weights.Slice(matrix * _columns, _columns),
                edits.IsEmpty ? default : edits.Slice(first, count),
                scores.Slice(first, count));
            first += count;
        }
    }
}
