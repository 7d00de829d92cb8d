using Gpu.Kernels.Launching;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>Metrics for Prometheus. Work that is run through it is run by the scheduler, and counted as its own.</summary>
internal sealed class MetricsOptimizer(RuntimeTelemetry telemetry, ComputeEngineHost host, Func<GpuRuntimeOptions> settings) : IOptimizer
{
    private RuntimeMetrics? _started;

    public string Name => OptimizerNames.Metrics;

    public bool IsAvailable => _started is not null;

    public Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        var options = settings();
        var metrics = telemetry.Metrics ?? throw new LibraryNotAvailableError("The metrics are switched off (enable_prometheus is false). Switch them on.");
        metrics.Start(options.MetricsAddress, options.MetricsPort);
        _started = metrics;
        return Task.CompletedTask;
    }

    public async Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default)
    {
        var metrics = _started ?? throw new LibraryNotAvailableError("The metrics have not started.");
        return await MeasuredOptimizer.MeasureAsync(metrics.Set, Name, () => host.RunAsync(work, options, cancellationToken)).ConfigureAwait(false);
    }

    public IReadOnlyDictionary<string, string> GetStatus() => new Dictionary<string, string>
    {
        ["address"] = _started?.Endpoint is { } endpoint ? $"{endpoint.Address}metrics" : "not served",
    };

    public async Task CleanupAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _started, null) is { } metrics)
        {
            await metrics.DisposeAsync().ConfigureAwait(false);
        }
    }
}
