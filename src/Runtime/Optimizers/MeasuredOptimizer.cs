using System.Diagnostics;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>A host's own part, its calls counted.</summary>
internal sealed class MeasuredOptimizer(IOptimizer inner, MetricSet set) : IOptimizer
{
    public string Name => inner.Name;

    public bool IsAvailable => inner.IsAvailable;

    public static async Task<WorkReceipt> MeasureAsync(MetricSet set, string name, Func<Task<WorkReceipt>> run)
    {
        var started = Stopwatch.GetTimestamp();
        var status = "error";
        try
        {
            var receipt = await run().ConfigureAwait(false);
            status = "success";
            return receipt;
        }
        finally
        {
            set.Counter(MetricNames.OptimizationRequests).WithLabels(name, status).Inc();
            set.Histogram(MetricNames.OptimizationSeconds).WithLabels(name).Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    public Task InitializeAsync(CancellationToken cancellationToken = default) => inner.InitializeAsync(cancellationToken);

    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) =>
        MeasureAsync(set, Name, () => inner.OptimizeAsync(work, options, cancellationToken));

    public IReadOnlyDictionary<string, string> GetStatus() => inner.GetStatus();

    public Task CleanupAsync(CancellationToken cancellationToken = default) => inner.CleanupAsync(cancellationToken);
}
