using Gpu.Runtime.Caching;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Optimizers;

/// <summary>The parts of the design, in the order in which they depend on each other.</summary>
internal static class BuiltInParts
{
    /// <summary>All of them.</summary>
    /// <param name="host">The engine.</param>
    /// <param name="cache">The cache.</param>
    /// <param name="telemetry">What watches it.</param>
    /// <param name="settings">The settings, checked.</param>
    /// <param name="warmUps">Warm-ups of the host's own.</param>
    /// <param name="logger">Where to log.</param>
    public static IEnumerable<IOptimizer> Of(ComputeEngineHost host, ResultCache cache, RuntimeTelemetry telemetry, Func<GpuRuntimeOptions> settings, IEnumerable<KernelWarmUp> warmUps, ILogger logger) =>
    [
        new KernelsOptimizer(host, () => settings().WarmKernels ? [.. BuiltInWarmUps.All, .. warmUps] : [], logger),
        new SchedulerOptimizer(host),
        new CacheOptimizer(cache, host),
        new MetricsOptimizer(telemetry, host, settings),
        new AbsentOptimizer(OptimizerNames.Cluster),
        new AbsentOptimizer(OptimizerNames.Tuning),
    ];
}
