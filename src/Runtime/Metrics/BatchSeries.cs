using Gpu.Runtime.Scheduling;
using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>What is counted of an operation's batches on a device. One thread at a time uses it.</summary>
internal sealed class BatchSeries(MetricSet set, string operation, string device, Histogram.Child all)
{
    private readonly LocalHistogram _size = new(set.Bounds(MetricNames.BatchSize), 1, set.Histogram(MetricNames.BatchSize).WithLabels(operation, device));
    private readonly LocalHistogram _compute = new(set.Bounds(MetricNames.ComputeSeconds), TimeSpan.TicksPerSecond, set.Histogram(MetricNames.ComputeSeconds).WithLabels(operation, device), all);
    private readonly LocalHistogram _prediction = new(set.Bounds(MetricNames.PredictionRatio), 1, set.Histogram(MetricNames.PredictionRatio).WithLabels(operation, device));
    private long _well;

    /// <summary>Counts a batch that ended well.</summary>
    public void Complete(BatchEnded batch)
    {
        _well++;
        _size.Observe(batch.Count);
        _compute.Observe(batch.Ran.Ticks);
        if (batch.Predicted > TimeSpan.Zero)
        {
            _prediction.Observe(batch.Ran / batch.Predicted);
        }
    }

    /// <summary>Counts a batch that did not.</summary>
    public void Fail(string reason) => set.Counter(MetricNames.BatchFailures).WithLabels(operation, device, reason).Inc();

    /// <summary>Hands over what came since the last time.</summary>
    /// <returns>How many batches ended well.</returns>
    public long Fold()
    {
        _size.Fold();
        _compute.Fold();
        _prediction.Fold();
        var well = _well;
        _well = 0;
        return well;
    }
}
