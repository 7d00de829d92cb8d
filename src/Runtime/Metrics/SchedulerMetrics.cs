using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>
/// Counts what the engine decides and what comes of it: in plain numbers of its own, which are handed to prometheus-net when
/// somebody asks for the metrics.
/// </summary>
internal sealed class SchedulerMetrics : IEngineObserver
{
    // Operations are named in code; a host that makes names up at run time must not fill the memory of its metrics' readers.
    private const int MostOperations = 200;
    private const string Other = "other";

    // Taken once a batch.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OperationSeries> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TransferSeries> _transfers = new(StringComparer.Ordinal);
    private readonly MetricSet _set;
    private readonly Func<string, bool> _isProcessor;
    private readonly Counter.Child _requestsWell;
    private readonly Counter.Child _requestsBadly;
    private readonly Histogram.Child _requestSeconds;
    private readonly Counter.Child _batchesWell;
    private readonly Counter.Child _batchesBadly;
    private readonly Histogram.Child _batchSeconds;

    /// <param name="set">Where to count.</param>
    /// <param name="isProcessor">Whether the device of an id is the processor.</param>
    public SchedulerMetrics(MetricSet set, Func<string, bool> isProcessor)
    {
        (_set, _isProcessor) = (set, isProcessor);
        (_requestsWell, _requestsBadly, _requestSeconds) = Calls(OptimizerNames.Scheduler);
        (_batchesWell, _batchesBadly, _batchSeconds) = Calls(OptimizerNames.Kernels);
        set.BeforeExport(Fold);
    }

    public bool FollowsRequests => false;

    public bool WantsReasons => false;

    public void OnRequestQueued(RequestQueued request)
    {
    }

    public void OnBatchPlaced(BatchPlaced batch)
    {
        if (batch.StolenFrom is not null)
        {
            _set.Counter(MetricNames.Steals).WithLabels(batch.Device).Inc();
        }
    }

    public void OnBatchStarted(BatchStarted batch)
    {
    }

    public void OnBatchEnded(BatchEnded batch)
    {
        lock (_gate)
        {
            var series = Of(batch.Operation).On(batch.Device, _batchSeconds);
            if (batch.Dropped || batch.Failure is not null)
            {
                series.Fail(batch.Failure is { } failure ? SnakeCase.Of(failure.ToString()) : "dropped");
                _batchesBadly.Inc();
                return;
            }

            series.Complete(batch);
            if (!_transfers.TryGetValue(batch.Device, out var transfers))
            {
                _transfers.Add(batch.Device, transfers = new TransferSeries(_set, batch.Device));
            }

            transfers.Moved(batch);
        }
    }

    public void OnRequestRetried(RequestRetried request) =>
        _set.Counter(MetricNames.Retries).WithLabels(request.Device, SnakeCase.Of(request.Failure.ToString())).Inc();

    public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
        OperationSeries? series = null;
        string? operation = null;
        lock (_gate)
        {
            foreach (ref readonly var request in requests)
            {
                // Those of a batch are of one operation.
                var item = request.Item;
                if (series is null || !ReferenceEquals(operation, item.Operation))
                {
                    operation = item.Operation;
                    series = Of(operation);
                }

                if (request.Outcome == RequestOutcome.Completed)
                {
                    series.Complete(item.Started - item.Submitted, request.At - item.Submitted);
                    if (item is { Attempts: > 1, Batch: { } batch } && _isProcessor(batch.Device.Id))
                    {
                        series.FallBack();
                    }
                }
                else
                {
                    series.Fail(request.Outcome);
                }
            }
        }
    }

    public void OnDeviceChanged(DeviceChanged device)
    {
        if (device.State is DeviceState.Quarantined or DeviceState.Lost)
        {
            _set.Counter(MetricNames.Quarantines).WithLabels(device.Device).Inc();
        }
    }

    public void OnMemoryChanged(DeviceMemory memory)
    {
    }

    /// <summary>Hands over what came since the last time.</summary>
    private void Fold()
    {
        lock (_gate)
        {
            foreach (var operation in _operations.Values)
            {
                var (well, badly, batches) = operation.Fold();
                _requestsWell.Inc(well);
                _requestsBadly.Inc(badly);
                _batchesWell.Inc(batches);
            }

            foreach (var device in _transfers.Values)
            {
                device.Fold();
            }
        }
    }

    private (Counter.Child Well, Counter.Child Badly, Histogram.Child Seconds) Calls(string part) =>
        (_set.Counter(MetricNames.OptimizationRequests).WithLabels(part, "success"),
         _set.Counter(MetricNames.OptimizationRequests).WithLabels(part, "error"),
         _set.Histogram(MetricNames.OptimizationSeconds).WithLabels(part));

    private OperationSeries Of(string operation)
    {
        if (_operations.TryGetValue(operation, out var series))
        {
            return series;
        }

        var name = _operations.Count < MostOperations ? operation : Other;
        if (!_operations.TryGetValue(name, out series))
        {
            _operations.Add(name, series = new OperationSeries(_set, name, _requestSeconds));
        }

        return series;
    }
}
