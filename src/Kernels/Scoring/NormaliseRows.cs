using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Normalises each row of a matrix. Sums are <see cref="LaneTotal{TTerms}"/>'s; quotients, roots and exponentials those of
/// <see cref="Reciprocal"/>, <see cref="InverseSquareRoot"/> and <see cref="Exponential"/>. A row with NaN or infinity
/// becomes NaN throughout. An item is a row: made for many rows rather than long ones on GPUs.
/// </summary>
internal readonly struct NormaliseRows : IItemOperation
{
    private readonly ArrayView<float> _values;
    private readonly ArrayView<uint> _target;
    private readonly int _columns;
    private readonly int _kind;
    private readonly float _share;
    private readonly uint _zero;

    /// <param name="values">R x columns.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="kind">Which.</param>
    /// <param name="target">Takes R x columns; not the values themselves.</param>
    public NormaliseRows(ArrayView<float> values, int columns, Normalisation kind, ArrayView<float> target)
    {
        _values = values;
        _target = target.Cast<uint>();
        _columns = columns;
        _kind = (int)kind;
        _share = 1f / columns;
        _zero = 0;
    }

    public void Item(int item)
    {
        var row = (long)item * _columns;
        uint least = uint.MaxValue, most = 0;
        for (var column = 0; column < _columns; column++)
        {
            var value = OrderedSimilarity.Of(Interop.FloatAsInt(_values[row + column]));
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        if (OrderedSimilarity.IsNaN(most))
        {
            for (var column = 0; column < _columns; column++)
            {
                _target[row + column] = FloatBits.NaN;
            }

            return;
        }

        float low = Interop.IntAsFloat(OrderedSimilarity.Bits(least)), high = Interop.IntAsFloat(OrderedSimilarity.Bits(most));
        var shift = _kind == (int)Normalisation.MinMax ? low
            : _kind == (int)Normalisation.ZScore ? RoundedFloat.Multiply(new LaneTotal<Values>(new Values(_values, row), _columns).Sum(), _share, _zero)
            : high;
        var terms = new Terms(_values, row, shift, _kind == (int)Normalisation.Softmax ? 1 : 0, _zero);
        var scale = _kind == (int)Normalisation.MinMax
            ? Reciprocal.Of(high - low, _zero)
            : Scale(new LaneTotal<Terms>(terms, _columns).Sum(), low, high);
        for (var column = 0; column < _columns; column++)
        {
            _target[row + column] = Normal(_values[row + column], shift, scale);
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            var values = HostSpan.Of(_values, (long)item * _columns, _columns);
            var target = HostSpan.Of(_target, (long)item * _columns, _columns);
            if (!NormaliseHost.Range(values, out var low, out var high))
            {
                target.Fill(FloatBits.NaN);
                continue;
            }

            var kind = (Normalisation)_kind;
            var shift = kind == Normalisation.MinMax ? low : kind == Normalisation.ZScore ? NormaliseHost.Sum(values, default(NormaliseHost.Values)) * _share : high;
            var scale = kind switch
            {
                Normalisation.MinMax => Reciprocal.Of(high - low, 0),
                Normalisation.ZScore => Scale(NormaliseHost.Sum(values, new NormaliseHost.Squares(shift)), low, high),
                _ => Scale(NormaliseHost.Sum(values, new NormaliseHost.Exponentials(shift)), low, high),
            };
            NormaliseHost.Write(values, shift, scale, kind, target);
        }
    }

    private float Scale(float sum, float low, float high)
    {
        if (_kind == (int)Normalisation.Softmax)
        {
            return Reciprocal.Of(sum, _zero);
        }

        // Of equal values the mean may be off by a rounding, which is no deviation.
        return low == high ? 0 : Interop.IntAsFloat(InverseSquareRoot.Bits(RoundedFloat.Multiply(sum, _share, _zero), _zero));
    }

    private uint Normal(float value, float shift, float scale)
    {
        var moved = value - shift;
        if (_kind == (int)Normalisation.Softmax)
        {
            moved = Exponential.Exp(moved, _zero);
        }

        var bits = FloatBits.Canonical(RoundedFloat.Multiply(moved, scale, _zero));
        return _kind == (int)Normalisation.MinMax && !FloatBits.IsNaN(bits) ? Math.Min(bits, 0x3F800000u) : bits;
    }

    private readonly struct Values(ArrayView<float> values, long row) : ILaneTerms
    {
        public float Term(int column) => values[row + column];
    }

    private readonly struct Terms(ArrayView<float> values, long row, float shift, int exponential, uint zero) : ILaneTerms
    {
        public float Term(int column)
        {
            var moved = values[row + column] - shift;
            return exponential != 0 ? Exponential.Exp(moved, zero) : RoundedFloat.Multiply(moved, moved, zero);
        }
    }
}
