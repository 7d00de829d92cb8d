namespace Gpu.Kernels.Scoring;

/// <summary>
/// A sum in one order on every device: 16 partial sums start at +0, sum j takes the terms j, j + 16, j + 32, ... in this order;
/// then sum j takes sum j + 8, then j + 4, j + 2, j + 1. Each sum is rounded by itself.
/// </summary>
/// <param name="terms">What is added.</param>
/// <param name="columns">How many terms, at least 1.</param>
internal readonly struct LaneTotal<TTerms>(TTerms terms, int columns)
    where TTerms : struct, ILaneTerms
{
    private const int Lanes = 16;

    public float Sum()
    {
        Quad p = default, q = default, r = default, s = default;
        var full = columns / Lanes * Lanes;
        for (var column = 0; column < full; column += Lanes)
        {
            p = p.Add(Four(column));
            q = q.Add(Four(column + 4));
            r = r.Add(Four(column + 8));
            s = s.Add(Four(column + 12));
        }

        if (full < columns)
        {
            p = p.Add(LastFour(full));
            q = q.Add(LastFour(full + 4));
            r = r.Add(LastFour(full + 8));
            s = s.Add(LastFour(full + 12));
        }

        return p.Add(r).Add(q.Add(s)).Sum();
    }

    private Quad Four(int column) => new(terms.Term(column), terms.Term(column + 1), terms.Term(column + 2), terms.Term(column + 3));

    // A sum that started at +0 is never -0, so +0 in place of a term that is not there leaves it as it is.
    private Quad LastFour(int column) => new(
        column < columns ? terms.Term(column) : 0,
        column + 1 < columns ? terms.Term(column + 1) : 0,
        column + 2 < columns ? terms.Term(column + 2) : 0,
        column + 3 < columns ? terms.Term(column + 3) : 0);

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
