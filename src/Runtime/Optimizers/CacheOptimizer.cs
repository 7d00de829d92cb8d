using System.Globalization;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Caching;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>The cache over memory and Redis. A Redis that does not answer leaves it running, on memory alone; the status says so.</summary>
internal sealed class CacheOptimizer(ResultCache cache, ComputeEngineHost host) : IOptimizer
{
    public string Name => OptimizerNames.Cache;

    public bool IsAvailable => true;

    public Task InitializeAsync(CancellationToken cancellationToken = default) => cache.InitializeAsync(cancellationToken);

    // Work has no key: it is computed as always. What has one goes through ResultCache.
    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => host.RunAsync(work, options, cancellationToken);

    public IReadOnlyDictionary<string, string> GetStatus()
    {
        var seen = cache.GetStatistics();
        var status = new Dictionary<string, string>
        {
            ["store"] = seen.Store,
            ["memory_hits"] = Number(seen.MemoryHits),
            ["store_hits"] = Number(seen.StoreHits),
            ["misses"] = Number(seen.Misses),
            ["corrupt"] = Number(seen.Corrupt),
            ["store_errors"] = Number(seen.StoreErrors),
        };
        if (seen.StoreProblem is { } problem)
        {
            status["problem"] = problem;
        }

        return status;
    }

    public Task CleanupAsync(CancellationToken cancellationToken = default) => cache.DisposeAsync().AsTask();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
