using System.Collections.Concurrent;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>Counts what the engine decides and what comes of it.</summary>
internal sealed class SchedulerMetrics : IEngineObserver
{
    // Operations are named in code; a host that makes names up at run time must not fill the memory of its metrics' readers.
    private const int MostOperations = 200;
    private const string Other = "other";

    private readonly ConcurrentDictionary<string, OperationSeries> _operations = [];
    private readonly ConcurrentDictionary<string, DeviceSeries> _devices = [];
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
    }

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
        var series = Of(batch.Operation).On(batch.Device);
        if (batch.Dropped || batch.Failure is not null)
        {
            series.Fail(batch.Failure is { } failure ? SnakeCase.Of(failure.ToString()) : "dropped");
            _batchesBadly.Inc();
            return;
        }

        var seconds = batch.Ran.TotalSeconds;
        series.Size.Observe(batch.Count);
        series.Compute.Observe(seconds);
        if (batch.Predicted > TimeSpan.Zero)
        {
            series.Prediction.Observe(batch.Ran / batch.Predicted);
        }

        Device(batch.Device).Moved(batch);
        _batchesWell.Inc();
        _batchSeconds.Observe(seconds);
    }

    public void OnRequestRetried(RequestRetried request) =>
        _set.Counter(MetricNames.Retries).WithLabels(request.Device, SnakeCase.Of(request.Failure.ToString())).Inc();

    public void OnRequestEnded(RequestEnded request)
    {
        var series = Of(request.Operation);
        if (request.Outcome != RequestOutcome.Completed)
        {
            series.Fail(request.Outcome);
            _requestsBadly.Inc();
            return;
        }

        var seconds = (request.Queued + request.Ran).TotalSeconds;
        series.Completed.Inc();
        series.Queue.Observe(request.Queued.TotalSeconds);
        series.Whole.Observe(seconds);
        _requestsWell.Inc();
        _requestSeconds.Observe(seconds);
        if (request.Attempts > 1 && request.Device is { } device && _isProcessor(device))
        {
            series.Fallbacks.Inc();
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
        return _operations.GetOrAdd(name, static (name, set) => new OperationSeries(set, name), _set);
    }

    private DeviceSeries Device(string device) => _devices.TryGetValue(device, out var series) ? series : _devices.GetOrAdd(device, new DeviceSeries(_set, device));

    private sealed class DeviceSeries(MetricSet set, string device)
    {
        private readonly Histogram.Child _transfer = set.Histogram(MetricNames.TransferSeconds).WithLabels(device);
        private readonly Counter.Child _in = set.Counter(MetricNames.TransferBytes).WithLabels(device, "in");
        private readonly Counter.Child _out = set.Counter(MetricNames.TransferBytes).WithLabels(device, "out");

        public void Moved(BatchEnded batch)
        {
            if (batch.BytesIn + batch.BytesOut > 0)
            {
                _transfer.Observe(batch.Transferred.TotalSeconds);
                _in.Inc(batch.BytesIn);
                _out.Inc(batch.BytesOut);
            }
        }
    }
}
