namespace Gpu.Runtime.Metrics;

/// <summary>The busy share of something, from a total that only grows, over the last second.</summary>
/// <remarks>Not since the last question: two who ask would each spoil the other's answer.</remarks>
internal sealed class BusyShare(double start, long now, TimeProvider time)
{
    private readonly Queue<(long At, double Total)> _samples = new([(now, start)]);
    private double _share;

    /// <summary>Takes the total as it is now; to be called about once every tenth of a second up to once a second.</summary>
    /// <param name="total">Busy seconds so far, of all workers together.</param>
    /// <param name="workers">How many can be busy at once.</param>
    /// <returns>The busy share, 0 to 1.</returns>
    public double Sample(double total, double workers)
    {
        var at = time.GetTimestamp();
        var (before, then) = _samples.Peek();
        var elapsed = time.GetElapsedTime(before, at).TotalSeconds;
        if (elapsed <= 0)
        {
            return _share;
        }

        _samples.Enqueue((at, total));
        _share = Math.Clamp((total - then) / elapsed / workers, 0, 1);
        // The oldest sample stays at least a second old, for as long as samples come.
        while (_samples.Count > 1 && time.GetElapsedTime(_samples.ElementAt(1).At, at).TotalSeconds >= 1)
        {
            _samples.Dequeue();
        }

        return _share;
    }
}
