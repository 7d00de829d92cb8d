using Gpu.Runtime.Scheduling;
using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>What is counted of one operation. One thread at a time uses it.</summary>
internal sealed class OperationSeries(MetricSet set, string operation, Histogram.Child all)
{
    private readonly long[] _ends = new long[Enum.GetValues<RequestOutcome>().Length];
    private readonly Dictionary<string, BatchSeries> _batches = [];
    private readonly Counter.Child _completed = set.Counter(MetricNames.Requests).WithLabels(operation, "completed");
    private readonly Counter.Child _fallbacks = set.Counter(MetricNames.Fallbacks).WithLabels(operation);
    private readonly LocalHistogram _queue = new(set.Bounds(MetricNames.QueueSeconds), TimeSpan.TicksPerSecond, set.Histogram(MetricNames.QueueSeconds).WithLabels(operation));
    private readonly LocalHistogram _whole = new(set.Bounds(MetricNames.RequestSeconds), TimeSpan.TicksPerSecond, set.Histogram(MetricNames.RequestSeconds).WithLabels(operation), all);
    private long _fellBack;

    /// <summary>Counts a request that completed.</summary>
    /// <param name="queued">Ticks from its submission to its last start.</param>
    /// <param name="whole">Ticks from its submission to its end.</param>
    public void Complete(long queued, long whole)
    {
        _ends[(int)RequestOutcome.Completed]++;
        _queue.Observe(queued);
        _whole.Observe(whole);
    }

    /// <summary>Counts a request that the processor took over from other devices.</summary>
    public void FallBack() => _fellBack++;

    /// <summary>Counts a request that did not complete.</summary>
    public void Fail(RequestOutcome outcome) => _ends[(int)outcome]++;

    /// <summary>The series of its batches on a device.</summary>
    public BatchSeries On(string device, Histogram.Child allBatches)
    {
        if (!_batches.TryGetValue(device, out var series))
        {
            _batches.Add(device, series = new BatchSeries(set, operation, device, allBatches));
        }

        return series;
    }

    /// <summary>Hands over what came since the last time.</summary>
    /// <returns>Requests that ended well, requests that did not, and batches that ended well.</returns>
    public (long Well, long Badly, long Batches) Fold()
    {
        var (well, badly, batches) = (_ends[(int)RequestOutcome.Completed], 0L, 0L);
        _completed.Inc(well);
        for (var i = 0; i < _ends.Length; i++)
        {
            if (_ends[i] > 0 && i != (int)RequestOutcome.Completed)
            {
                badly += _ends[i];
                Tell((RequestOutcome)i, _ends[i]);
            }

            _ends[i] = 0;
        }

        _fallbacks.Inc(_fellBack);
        _fellBack = 0;
        _queue.Fold();
        _whole.Fold();
        foreach (var series in _batches.Values)
        {
            batches += series.Fold();
        }

        return (well, badly, batches);
    }

    private void Tell(RequestOutcome outcome, long count)
    {
        set.Counter(MetricNames.Requests).WithLabels(operation, outcome switch
        {
            RequestOutcome.Cancelled => "cancelled",
            RequestOutcome.QueueFull or RequestOutcome.DeadlineExceeded or RequestOutcome.Stopped => "refused",
            _ => "failed",
        }).Inc(count);
        set.Counter(MetricNames.Failures).WithLabels(operation, SnakeCase.Of(outcome.ToString())).Inc(count);
    }
}
