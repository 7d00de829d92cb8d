using static Gpu.Runtime.Metrics.MetricKind;
using static Gpu.Runtime.Metrics.MetricLabels;

namespace Gpu.Runtime.Metrics;

/// <summary>Every metric there is: the one list from which they are registered and documented.</summary>
internal static class MetricCatalogue
{
    // 10 us, a small launch, to 100 s, a whole film on a slow machine: three bounds a decade.
    private static readonly double[] Seconds = [.. Enumerable.Range(-5, 8).SelectMany(static e => new[] { 1, 2.5, 5 }.Select(m => Math.Round(m * Math.Pow(10, e), 8)))];

    private static readonly double[] Sizes = [.. Enumerable.Range(0, 13).Select(static e => (double)(1 << e))];

    // Symmetric around right: x1.5 off is where the cost model doubts a sample.
    private static readonly double[] Ratios = [0.1, 0.25, 0.5, 0.6667, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 4, 10];

    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        new(MetricNames.Requests, Counter, "Requests that ended, by how they ended.", [Operation, Outcome]),
        new(MetricNames.Failures, Counter, "Requests that did not complete, by reason.", [Operation, Reason]),
        new(MetricNames.Pending, Gauge, "Requests that were admitted and wait for a device.", []),
        new(MetricNames.Running, Gauge, "Requests that a device is carrying out.", [Device]),
        new(MetricNames.QueueSeconds, Histogram, "Time from a request's submission to its start on a device.", [Operation], Seconds),
        new(MetricNames.RequestSeconds, Histogram, "Time from a request's submission to its end, for requests that completed.", [Operation], Seconds),
        new(MetricNames.BatchSize, Histogram, "Requests that one execution on a device carried out together.", [Operation, Device], Sizes),
        new(MetricNames.ComputeSeconds, Histogram, "Time that a batch took on its device, transfers included.", [Operation, Device], Seconds),
        new(MetricNames.TransferSeconds, Histogram, "Time that a batch's copies between host and device took; none where both share memory.", [Device], Seconds),
        new(MetricNames.TransferBytes, Counter, "Bytes moved between host and device; none where both share memory.", [Device, Direction]),
        new(MetricNames.BatchFailures, Counter, "Batches that did not end well.", [Operation, Device, Reason]),
        new(MetricNames.Steals, Counter, "Batches that this device took over from another because it would end them sooner.", [Device]),
        new(MetricNames.PredictionRatio, Histogram, "Measured time of a batch divided by the cost model's prediction; 1 is right.", [Operation, Device], Ratios),
        new(MetricNames.Retries, Counter, "Attempts after the first, by where and why the attempt before failed.", [Device, Reason]),
        new(MetricNames.Fallbacks, Counter, "Requests that other devices failed and the processor took over.", [Operation]),
        new(MetricNames.Quarantines, Counter, "Times that a device was taken out of use after failures.", [Device]),
        new(MetricNames.DeviceInfo, Gauge, "Always 1; tells a device's name and kind.", [Device, Name, Kind]),
        new(MetricNames.DeviceState, Gauge, "The state of a device.", [Device, State]),
        new(MetricNames.DeviceBusySeconds, Counter, "Time that a device spent executing work.", [Device]),
        new(MetricNames.DeviceUtilisation, Gauge, "Busy share of the last second, 0 to 1: of an NVIDIA GPU by NVML, of others the share of its workers' time that was spent computing.", [Device]),
        new(MetricNames.DeviceMemoryUsed, Gauge, "Memory in use: of a GPU by NVML, all processes together; of the processor the resident memory of this process.", [Device]),
        new(MetricNames.DeviceMemoryTotal, Gauge, "Memory of a device.", [Device]),
        new(MetricNames.DevicePower, Gauge, "Power drawn; left out where the device does not tell it.", [Device]),
        new(MetricNames.DeviceTemperature, Gauge, "Temperature; left out where the device does not tell it.", [Device]),
        new(MetricNames.PoolBytes, Gauge, "Bytes that a device's memory pool holds, lent to work or free for the next.", [Device, State]),
        new(MetricNames.PoolLimit, Gauge, "Bytes that a device's memory pool may hold; known from the end of its first batch on.", [Device]),
        new(MetricNames.CacheRequests, Counter, "Results that the cache was asked for.", [Operation, Layer, Result]),
        new(MetricNames.CacheFaults, Counter, "What went wrong in the cache and was survived; each was a miss for its caller, or a value that was not kept.", [Kind]),
        new(MetricNames.CacheStoreSeconds, Histogram, "Time of the calls of Redis or of the cache's folder.", [MetricLabels.Action], Seconds),
        new(MetricNames.BreakerState, Gauge, "The state of a dependency's circuit breaker.", [Dependency, State]),
        new(MetricNames.DependencyEvents, Counter, "What a dependency's retries, timeouts, breaker and bulkhead did.", [Dependency, Event]),
        new(MetricNames.DependencySeconds, Histogram, "Time of the calls of a dependency, repetitions included.", [Dependency, Outcome], Seconds),
        new(MetricNames.PartState, Gauge, "The state of a part of the runtime.", [Part, State]),
        new(MetricNames.TraceDropped, Counter, "Events left out of the trace file because they came faster than it is written.", []),
        new(MetricNames.OptimizationRequests, Counter, "Calls of a part, by how they ended; a name of the original system.", [Optimizer, Status]),
        new(MetricNames.OptimizationSeconds, Histogram, "Time of a part's calls; a name of the original system.", [Optimizer], Seconds),
        new(MetricNames.OptimizationMemory, Gauge, "Resident memory of this process.", []),
        new(MetricNames.OptimizationCpu, Gauge, "Processor time of this process in the last second, as a share of all cores, 0 to 1.", []),
    ];
}
