using System.Collections.Concurrent;
using Gpu.Runtime.Scheduling;
using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>The series of one operation, looked up once and not at every request.</summary>
internal sealed class OperationSeries(MetricSet set, string operation)
{
    private readonly Counter.Child?[] _failures = new Counter.Child?[Enum.GetValues<RequestOutcome>().Length];
    private readonly ConcurrentDictionary<string, BatchSeries> _batches = [];

    public Counter.Child Completed { get; } = set.Counter(MetricNames.Requests).WithLabels(operation, "completed");

    public Histogram.Child Queue { get; } = set.Histogram(MetricNames.QueueSeconds).WithLabels(operation);

    public Histogram.Child Whole { get; } = set.Histogram(MetricNames.RequestSeconds).WithLabels(operation);

    public Counter.Child Fallbacks { get; } = set.Counter(MetricNames.Fallbacks).WithLabels(operation);

    /// <summary>Counts a request that did not complete.</summary>
    public void Fail(RequestOutcome outcome)
    {
        set.Counter(MetricNames.Requests).WithLabels(operation, outcome switch
        {
            RequestOutcome.Cancelled => "cancelled",
            RequestOutcome.QueueFull or RequestOutcome.DeadlineExceeded or RequestOutcome.Stopped => "refused",
            _ => "failed",
        }).Inc();
        (_failures[(int)outcome] ??= set.Counter(MetricNames.Failures).WithLabels(operation, SnakeCase.Of(outcome.ToString()))).Inc();
    }

    /// <summary>The series of its batches on a device.</summary>
    public BatchSeries On(string device) =>
        _batches.TryGetValue(device, out var series) ? series : _batches.GetOrAdd(device, new BatchSeries(set, operation, device));
}

/// <summary>The series of an operation on a device.</summary>
internal sealed class BatchSeries(MetricSet set, string operation, string device)
{
    public Histogram.Child Size { get; } = set.Histogram(MetricNames.BatchSize).WithLabels(operation, device);

    public Histogram.Child Compute { get; } = set.Histogram(MetricNames.ComputeSeconds).WithLabels(operation, device);

    public Histogram.Child Prediction { get; } = set.Histogram(MetricNames.PredictionRatio).WithLabels(operation, device);

    public void Fail(string reason) => set.Counter(MetricNames.BatchFailures).WithLabels(operation, device, reason).Inc();
}
