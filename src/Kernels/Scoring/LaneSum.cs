using Gpu.Kernels.Arithmetic;
using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// A dot product in one order on every device: 16 partial sums start at +0, sum j takes the products of columns j, j + 16,
/// j + 32, ... in this order; then sum j takes sum j + 8, then j + 4, j + 2, j + 1. Each product and each sum is rounded by
/// itself. The host's form is <see cref="WeightedScoreHost"/>.
/// </summary>
/// <param name="a">Where one vector lies.</param>
/// <param name="b">Where the other does.</param>
/// <param name="columns">Their length, at least 1.</param>
/// <param name="zero">0, from an argument of the kernel, for <see cref="RoundedFloat.Multiply"/>.</param>
internal readonly struct LaneSum(ArrayView<float> a, ArrayView<float> b, int columns, uint zero)
{
    private const int Lanes = 16;

    /// <summary>The product of the vectors that start there.</summary>
    public float Of(long startA, long startB)
    {
        Quad p = default, q = default, r = default, s = default;
        var full = columns / Lanes * Lanes;
        for (var column = 0; column < full; column += Lanes)
        {
            p = p.Add(Products(startA, startB, column));
            q = q.Add(Products(startA, startB, column + 4));
            r = r.Add(Products(startA, startB, column + 8));
            s = s.Add(Products(startA, startB, column + 12));
        }

        if (full < columns)
        {
            p = p.Add(LastProducts(startA, startB, full));
            q = q.Add(LastProducts(startA, startB, full + 4));
            r = r.Add(LastProducts(startA, startB, full + 8));
            s = s.Add(LastProducts(startA, startB, full + 12));
        }

        return p.Add(r).Add(q.Add(s)).Sum();
    }

    private Quad Products(long startA, long startB, int column) => new(
        Product(startA, startB, column),
        Product(startA, startB, column + 1),
        Product(startA, startB, column + 2),
        Product(startA, startB, column + 3));

    // A sum that started at +0 is never -0, so +0 in place of a column that is not there leaves it as it is.
    private Quad LastProducts(long startA, long startB, int column) => new(
        column < columns ? Product(startA, startB, column) : 0,
        column + 1 < columns ? Product(startA, startB, column + 1) : 0,
        column + 2 < columns ? Product(startA, startB, column + 2) : 0,
        column + 3 < columns ? Product(startA, startB, column + 3) : 0);

    private float Product(long startA, long startB, int column) => RoundedFloat.Multiply(a[startA + column], b[startB + column], zero);

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
