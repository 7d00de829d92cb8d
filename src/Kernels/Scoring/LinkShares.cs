using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// What a node gives to each: shares[i, j] = (1 - damping)/n + damping links[i, j] / (sum of links[i, :] + 1e-7), the sum
/// <see cref="LaneTotal{TTerms}"/>'s. An item is a row.
/// </summary>
internal readonly struct LinkShares : IItemOperation
{
    private readonly ArrayView<float> _links;
    private readonly ArrayView<uint> _shares;
    private readonly int _count;
    private readonly float _base;
    private readonly float _damping;
    private readonly uint _zero;

    /// <param name="links">n x n.</param>
    /// <param name="count">n.</param>
    /// <param name="damping">0 to 1.</param>
    /// <param name="shares">Takes n x n.</param>
    public LinkShares(ArrayView<float> links, int count, float damping, ArrayView<float> shares)
    {
        _links = links;
        _shares = shares.Cast<uint>();
        _count = count;
        _base = (1 - damping) / count;
        _damping = damping;
        _zero = 0;
    }

    public void Item(int item)
    {
        var row = (long)item * _count;
        var factor = Factor(new LaneTotal<Row>(new Row(_links, row), _count).Sum());
        for (var column = 0; column < _count; column++)
        {
            _shares[row + column] = FloatBits.Canonical(_base + RoundedFloat.Multiply(_links[row + column], factor, _zero));
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            var links = HostSpan.Of(_links, (long)item * _count, _count);
            var shares = HostSpan.Of(_shares, (long)item * _count, _count);
            var factor = Factor(NormaliseHost.Sum(links, default(NormaliseHost.Values)));
            for (var column = 0; column < _count; column++)
            {
                shares[column] = FloatBits.Canonical(_base + (links[column] * factor));
            }
        }
    }

    private float Factor(float sum) => RoundedFloat.Multiply(_damping, Reciprocal.Of(sum + 1e-7f, _zero), _zero);

    private readonly struct Row(ArrayView<float> links, long row) : ILaneTerms
    {
        public float Term(int column) => links[row + column];
    }
}
