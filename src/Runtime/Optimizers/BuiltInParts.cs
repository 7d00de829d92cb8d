using Gpu.Runtime.Caching;

namespace Gpu.Runtime.Optimizers;

/// <summary>The parts of the design, in the order in which they depend on each other.</summary>
internal static class BuiltInParts
{
    /// <summary>What the design has and this version has not.</summary>
    public static IReadOnlyList<string> Absent { get; } = [OptimizerNames.Metrics, OptimizerNames.Cluster, OptimizerNames.Tuning];

    public static IEnumerable<IOptimizer> Of(ComputeEngineHost host, ResultCache cache) =>
        [new KernelsOptimizer(host), new SchedulerOptimizer(host), new CacheOptimizer(cache, host), .. Absent.Select(static name => new AbsentOptimizer(name))];
}
