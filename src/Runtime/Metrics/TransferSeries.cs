using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Metrics;

/// <summary>What was moved to and from a device. One thread at a time uses it.</summary>
internal sealed class TransferSeries(MetricSet set, string device)
{
    private readonly LocalHistogram _seconds = new(set.Bounds(MetricNames.TransferSeconds), TimeSpan.TicksPerSecond, set.Histogram(MetricNames.TransferSeconds).WithLabels(device));
    private long _in;
    private long _out;

    /// <summary>Counts what a batch moved; nothing where the device shares the host's memory.</summary>
    public void Moved(BatchEnded batch)
    {
        if (batch.BytesIn + batch.BytesOut > 0)
        {
            _seconds.Observe(batch.Transferred.Ticks);
            _in += batch.BytesIn;
            _out += batch.BytesOut;
        }
    }

    /// <summary>Hands over what came since the last time.</summary>
    public void Fold()
    {
        _seconds.Fold();
        set.Counter(MetricNames.TransferBytes).WithLabels(device, "in").Inc(_in);
        set.Counter(MetricNames.TransferBytes).WithLabels(device, "out").Inc(_out);
        (_in, _out) = (0, 0);
    }
}
