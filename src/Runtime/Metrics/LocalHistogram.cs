using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>
/// A histogram that adds up in arrays of its own, and is handed to prometheus-net when somebody asks: observing costs a few
/// nanoseconds instead of a tenth of a microsecond a series. One thread at a time uses it.
/// </summary>
/// <param name="bounds">The upper bounds, ascending, as those of the targets.</param>
/// <param name="unit">What the values that are observed are to be divided by, such as the ticks of a second.</param>
/// <param name="targets">What it is handed to: one histogram, or also one that sums several up.</param>
internal sealed class LocalHistogram(double[] bounds, long unit, params Histogram.Child[] targets)
{
    // Rounded, so that a tick is on the side of a bound on which its seconds are.
    private readonly double[] _bounds = [.. bounds.Select(b => unit == 1 ? b : Math.Round(b * unit))];
    private readonly long[] _counts = new long[bounds.Length + 1];
    private readonly double[] _sums = new double[bounds.Length + 1];

    // The bucket of the value before, its bounds, and what came into it since: what comes is mostly like what came before.
    private int _last;
    private double _low = double.NegativeInfinity;
    private double _high = double.NegativeInfinity;
    private long _count;
    private double _sum;

    /// <summary>Adds a value.</summary>
    public void Observe(double value)
    {
        if (value <= _low || value > _high)
        {
            Move(value);
        }

        _count++;
        _sum += value;
    }

    private void Move(double value)
    {
        Settle();
        var i = _last;
        while (i > 0 && value <= _bounds[i - 1])
        {
            i--;
        }

        while (i < _bounds.Length && value > _bounds[i])
        {
            i++;
        }

        _low = i > 0 ? _bounds[i - 1] : double.NegativeInfinity;
        _high = i < _bounds.Length ? _bounds[i] : double.PositiveInfinity;
        _last = i;
    }

    private void Settle()
    {
        _counts[_last] += _count;
        _sums[_last] += _sum;
        (_count, _sum) = (0, 0);
    }

    /// <summary>Hands over what came since the last time. The mean of a bucket's values lies in the bucket, and has their sum.</summary>
    public void Fold()
    {
        Settle();
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0)
            {
                continue;
            }

            // Rounding must not push it over a bound.
            var mean = _sums[i] / _counts[i] / unit;
            mean = i < bounds.Length ? Math.Min(mean, bounds[i]) : mean;
            mean = i > 0 ? Math.Max(mean, Math.BitIncrement(bounds[i - 1])) : mean;
            foreach (var target in targets)
            {
                target.Observe(mean, _counts[i]);
            }

            (_counts[i], _sums[i]) = (0, 0);
        }
    }
}
