namespace Gpu.Runtime.Optimizers;

/// <summary>The names of the built-in parts, and the configuration switches of the original system that stand for them.</summary>
public static class OptimizerNames
{
    /// <summary>ILGPU kernels on this machine's devices; was Numba.</summary>
    public const string Kernels = "kernels";

    /// <summary>The scheduler across devices and cores; was Dask.</summary>
    public const string Scheduler = "scheduler";

    /// <summary>The cache over memory and Redis.</summary>
    public const string Cache = "cache";

    /// <summary>Metrics for Prometheus.</summary>
    public const string Metrics = "metrics";

    /// <summary>Work spread over machines; was Ray.</summary>
    public const string Cluster = "cluster";

    /// <summary>The search for good parameters; was Optuna.</summary>
    public const string Tuning = "tuning";

    internal static bool IsBuiltIn(string name) => name is Kernels or Scheduler or Cache or Metrics or Cluster or Tuning;
}
