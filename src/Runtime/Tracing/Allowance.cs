namespace Gpu.Runtime.Tracing;

/// <summary>So many in each second of the clock. Safe to use from any thread.</summary>
internal sealed class Allowance(int most)
{
    private readonly Lock _gate = new();
    private long _second;
    private int _left;

    /// <summary>Whether any are left of the second in which some were last taken.</summary>
    public bool Any => Volatile.Read(ref _left) > 0 || Volatile.Read(ref _second) == 0;

    /// <summary>Takes as many as are left, at most those wanted.</summary>
    /// <param name="at">When.</param>
    /// <param name="wanted">How many are wanted.</param>
    /// <returns>How many were left of them.</returns>
    public int Take(DateTimeOffset at, int wanted)
    {
        var second = at.UtcTicks / TimeSpan.TicksPerSecond;
        lock (_gate)
        {
            if (second != _second)
            {
                (_second, _left) = (second, most);
            }

            var taken = Math.Min(wanted, _left);
            _left -= taken;
            return taken;
        }
    }
}
