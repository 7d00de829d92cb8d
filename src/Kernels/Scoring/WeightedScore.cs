using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// score[i] = (features[i, :] . weights) (1 + edits[i]), in one order on every device: 16 partial sums start at +0, sum j
/// takes the products of columns j, j + 16, j + 32, ... in this order; then sum j takes sum j + 8, then j + 4, j + 2, j + 1.
/// Each product and each sum is rounded by itself. NaN comes out as one NaN.
/// </summary>
internal readonly struct WeightedScore : IItemOperation
{
    private const int Lanes = 16;

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
        var row = (long)item * _columns;
        Quad a = default, b = default, c = default, d = default;
        var full = _columns / Lanes * Lanes;
        for (var column = 0; column < full; column += Lanes)
        {
            a = a.Add(Products(row, column));
            b = b.Add(Products(row, column + 4));
            c = c.Add(Products(row, column + 8));
            d = d.Add(Products(row, column + 12));
        }

        if (full < _columns)
        {
            a = a.Add(LastProducts(row, full));
            b = b.Add(LastProducts(row, full + 4));
            c = c.Add(LastProducts(row, full + 8));
            d = d.Add(LastProducts(row, full + 12));
        }

        var score = a.Add(c).Add(b.Add(d)).Sum();
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

    private Quad Products(long row, int column) =>
        new(Product(row, column), Product(row, column + 1), Product(row, column + 2), Product(row, column + 3));

    // A sum that started at +0 is never -0, so +0 in place of a column that is not there leaves it as it is.
    private Quad LastProducts(long row, int column) => new(
        column < _columns ? Product(row, column) : 0,
        column + 1 < _columns ? Product(row, column + 1) : 0,
        column + 2 < _columns ? Product(row, column + 2) : 0,
        column + 3 < _columns ? Product(row, column + 3) : 0);

    private float Product(long row, int column) => RoundedFloat.Multiply(_features[row + column], _weights[column], _zero);

    /// <summary>Four of the partial sums: an array would lie in local memory on GPUs.</summary>
    private readonly struct Quad(float x, float y, float z, float w)
    {
        private readonly float _x = x;
        private readonly float _y = y;
        private readonly float _z = z;
        private readonly float _w = w;

        public Quad Add(Quad other) => new(_x + other._x, _y + other._y, _z + other._z, _w + other._w);

        public float Sum() => _x + _z + (_y + _w);
    }
}
