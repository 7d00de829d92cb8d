namespace Gpu.Runtime.Metrics;

/// <summary>The names of all metrics. What each of them is stands in <see cref="MetricCatalogue"/> and in docs/metrics.md.</summary>
internal static class MetricNames
{
    public const string Requests = "gpu_requests_total";
    public const string Failures = "gpu_request_failures_total";
    public const string Pending = "gpu_requests_pending";
    public const string Running = "gpu_requests_running";
    public const string QueueSeconds = "gpu_queue_duration_seconds";
    public const string RequestSeconds = "gpu_request_duration_seconds";

    public const string BatchSize = "gpu_batch_requests";
    public const string ComputeSeconds = "gpu_compute_duration_seconds";
    public const string TransferSeconds = "gpu_transfer_duration_seconds";
    public const string TransferBytes = "gpu_transfer_bytes_total";
    public const string BatchFailures = "gpu_batch_failures_total";
    public const string Steals = "gpu_batches_stolen_total";
    public const string PredictionRatio = "gpu_prediction_ratio";
    public const string Retries = "gpu_retries_total";
    public const string Fallbacks = "gpu_fallbacks_total";
    public const string Quarantines = "gpu_device_quarantines_total";

    public const string DeviceInfo = "gpu_device_info";
    public const string DeviceState = "gpu_device_state";
    public const string DeviceBusySeconds = "gpu_device_busy_seconds_total";
    public const string DeviceUtilisation = "gpu_device_utilization_ratio";
    public const string DeviceMemoryUsed = "gpu_device_memory_used_bytes";
    public const string DeviceMemoryTotal = "gpu_device_memory_total_bytes";
    public const string DevicePower = "gpu_device_power_watts";
    public const string DeviceTemperature = "gpu_device_temperature_celsius";
    public const string PoolBytes = "gpu_pool_bytes";
    public const string PoolLimit = "gpu_pool_limit_bytes";

    public const string CacheRequests = "gpu_cache_requests_total";
    public const string CacheFaults = "gpu_cache_faults_total";
    public const string CacheStoreSeconds = "gpu_cache_store_duration_seconds";
    public const string BreakerState = "gpu_breaker_state";
    public const string DependencyEvents = "gpu_dependency_events_total";
    public const string DependencySeconds = "gpu_dependency_duration_seconds";

    public const string PartState = "gpu_part_state";
    public const string TraceDropped = "gpu_trace_events_dropped_total";

    public const string OptimizationRequests = "optimization_requests_total";
    public const string OptimizationSeconds = "optimization_duration_seconds";
    public const string OptimizationMemory = "optimization_memory_bytes";
    public const string OptimizationCpu = "optimization_cpu_ratio";
}
