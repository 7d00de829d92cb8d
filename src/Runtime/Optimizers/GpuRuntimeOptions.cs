using Gpu.Runtime.Caching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Optimizers;

/// <summary>The runtime's settings. The configuration keys of the switches are those of the system that this one replaces.</summary>
public sealed class GpuRuntimeOptions
{
    private readonly ComputeOptions _compute = new();

    /// <summary>Kernels on devices. Without them nothing can be computed.</summary>
    /// <value>Key <c>enable_numba</c>, default: true.</value>
    [ConfigurationKeyName("enable_numba")]
    public bool EnableKernels { get; set; } = true;

    /// <summary>Work spread over all devices and cores. Without it one device is used, and one core.</summary>
    /// <value>Key <c>enable_dask</c>, default: true.</value>
    [ConfigurationKeyName("enable_dask")]
    public bool EnableScheduler { get; set; } = true;

    /// <summary>The cache of results. Without it everything is computed each time.</summary>
    /// <value>Key <c>enable_redis</c>, default: true.</value>
    [ConfigurationKeyName("enable_redis")]
    public bool EnableCache { get; set; } = true;

    /// <summary>The metrics: collected, and served to Prometheus.</summary>
    /// <value>Key <c>enable_prometheus</c>, default: true.</value>
    [ConfigurationKeyName("enable_prometheus")]
    public bool EnableMetrics { get; set; } = true;

    /// <summary>The cluster. Not part of this version.</summary>
    /// <value>Key <c>enable_ray</c>, default: false.</value>
    [ConfigurationKeyName("enable_ray")]
    public bool EnableCluster { get; set; }

    /// <summary>The search for parameters. Not part of this version.</summary>
    /// <value>Key <c>enable_optuna</c>, default: false.</value>
    [ConfigurationKeyName("enable_optuna")]
    public bool EnableTuning { get; set; }

    /// <inheritdoc cref="ComputeOptions.Device"/>
    /// <value>Key <c>device</c>, default: auto.</value>
    [ConfigurationKeyName("device")]
    public DeviceSelection Device { get => _compute.Device; set => _compute.Device = value; }

    /// <inheritdoc cref="ComputeOptions.Workers"/>
    /// <value>Key <c>workers</c>, default: null.</value>
    [ConfigurationKeyName("workers")]
    public int? Workers { get => _compute.Workers; set => _compute.Workers = value; }

    /// <inheritdoc cref="ComputeOptions.QueueLimit"/>
    /// <value>Key <c>queue_limit</c>, default: 4,096.</value>
    [ConfigurationKeyName("queue_limit")]
    public int QueueLimit { get => _compute.QueueLimit; set => _compute.QueueLimit = value; }

    /// <inheritdoc cref="ComputeOptions.Ageing"/>
    /// <value>Key <c>ageing</c>, default: 1 second.</value>
    [ConfigurationKeyName("ageing")]
    public TimeSpan Ageing { get => _compute.Ageing; set => _compute.Ageing = value; }

    /// <summary>How long each part may take to clean up, beside <see cref="DrainTimeout"/>, 0 to 10 minutes.</summary>
    /// <value>Key <c>shutdown_timeout</c>, default: 10 seconds.</value>
    [ConfigurationKeyName("shutdown_timeout")]
    public TimeSpan ShutdownTimeout { get => _compute.ShutdownTimeout; set => _compute.ShutdownTimeout = value; }

    /// <summary>How long what was admitted may take to end when the runtime is disposed, 0 to 10 minutes; what is left then fails with <see cref="EngineStoppedError"/>.</summary>
    /// <value>Key <c>drain_timeout</c>, default: 5 seconds.</value>
    [ConfigurationKeyName("drain_timeout")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc cref="ComputeOptions.PoolLimitBytes"/>
    /// <value>Key <c>pool_limit_bytes</c>, default: null.</value>
    [ConfigurationKeyName("pool_limit_bytes")]
    public long? PoolLimitBytes { get => _compute.PoolLimitBytes; set => _compute.PoolLimitBytes = value; }

    /// <inheritdoc cref="ComputeOptions.FallBackToCpu"/>
    /// <value>Key <c>fall_back_to_cpu</c>, default: null.</value>
    [ConfigurationKeyName("fall_back_to_cpu")]
    public bool? FallBackToCpu { get => _compute.FallBackToCpu; set => _compute.FallBackToCpu = value; }

    /// <inheritdoc cref="ComputeOptions.BatchDelay"/>
    /// <value>Key <c>batch_delay</c>, default: 0.</value>
    [ConfigurationKeyName("batch_delay")]
    public TimeSpan BatchDelay { get => _compute.BatchDelay; set => _compute.BatchDelay = value; }

    /// <inheritdoc cref="ComputeOptions.BatchLimit"/>
    /// <value>Key <c>batch_limit</c>, default: 1,024.</value>
    [ConfigurationKeyName("batch_limit")]
    public int BatchLimit { get => _compute.BatchLimit; set => _compute.BatchLimit = value; }

    /// <inheritdoc cref="ComputeOptions.HangTimeout"/>
    /// <value>Key <c>hang_timeout</c>, default: 30 seconds.</value>
    [ConfigurationKeyName("hang_timeout")]
    public TimeSpan HangTimeout { get => _compute.HangTimeout; set => _compute.HangTimeout = value; }

    /// <inheritdoc cref="ComputeOptions.Quarantine"/>
    /// <value>Key <c>quarantine</c>, default: 5 seconds.</value>
    [ConfigurationKeyName("quarantine")]
    public TimeSpan Quarantine { get => _compute.Quarantine; set => _compute.Quarantine = value; }

    /// <inheritdoc cref="ComputeOptions.RetryDelay"/>
    /// <value>Key <c>retry_delay</c>, default: 10 ms.</value>
    [ConfigurationKeyName("retry_delay")]
    public TimeSpan RetryDelay { get => _compute.RetryDelay; set => _compute.RetryDelay = value; }

    /// <inheritdoc cref="ComputeOptions.TenantWeights"/>
    /// <value>Section <c>tenant_weights</c>, such as <c>tenant_weights:interactive</c>; default: none.</value>
    [ConfigurationKeyName("tenant_weights")]
    public IDictionary<string, double> TenantWeights => _compute.TenantWeights;

    /// <inheritdoc cref="ComputeOptions.CostModelPath"/>
    /// <value>Key <c>cost_model</c>, default: null.</value>
    [ConfigurationKeyName("cost_model")]
    public string? CostModelPath { get => _compute.CostModelPath; set => _compute.CostModelPath = value; }

    /// <summary>Where results are kept: section <c>cache</c>, such as <c>cache:redis:endpoint</c>.</summary>
    /// <value>Memory only.</value>
    [ConfigurationKeyName("cache")]
    public CacheOptions Cache { get; set; } = new();

    /// <summary>How dependencies are waited for and tried again: section <c>resilience</c>, such as <c>resilience:redis:timeout</c>.</summary>
    [ConfigurationKeyName("resilience")]
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>Whether known operations are carried out once in the background after the start, so that their kernels are compiled when they are needed.</summary>
    /// <value>Key <c>warm_kernels</c>, default: true.</value>
    [ConfigurationKeyName("warm_kernels")]
    public bool WarmKernels { get; set; } = true;

    /// <summary>The port on which metrics are served, the next free one where it is taken, 0 to 65,535; 0: they are collected and not served.</summary>
    /// <value>Key <c>metrics_port</c>, default: 8,000.</value>
    [ConfigurationKeyName("metrics_port")]
    public int MetricsPort { get; set; } = 8000;

    /// <summary>The address of this machine on which metrics are served; <c>*</c>: all of them.</summary>
    /// <value>Key <c>metrics_address</c>, default: 127.0.0.1, which other machines cannot reach.</value>
    [ConfigurationKeyName("metrics_address")]
    public string MetricsAddress { get; set; } = "127.0.0.1";

    /// <summary>A file for a trace of all requests, to be opened with ui.perfetto.dev or chrome://tracing; null: none.</summary>
    /// <value>Key <c>trace_file</c>, default: null.</value>
    [ConfigurationKeyName("trace_file")]
    public string? TraceFile { get; set; }

    /// <summary>What the cache is created with: switched off, it keeps nothing.</summary>
    internal CacheOptions CacheOrNone => EnableCache ? Cache : new CacheOptions { MemoryBytes = 0 };

    /// <summary>What the engine is created with.</summary>
    internal ComputeOptions ToComputeOptions()
    {
        var options = Copy();
        foreach (var (tenant, weight) in TenantWeights)
        {
            options.TenantWeights[tenant] = weight;
        }

        return options;
    }

    private ComputeOptions Copy() => new()
    {
        Device = Device,
        Workers = EnableScheduler ? Workers : 1,
        QueueLimit = QueueLimit,
        Ageing = Ageing,
        ShutdownTimeout = ShutdownTimeout,
        PoolLimitBytes = PoolLimitBytes,
        FallBackToCpu = FallBackToCpu,
        BatchDelay = BatchDelay,
        BatchLimit = BatchLimit,
        HangTimeout = HangTimeout,
        Quarantine = Quarantine,
        RetryDelay = RetryDelay,
        CostModelPath = CostModelPath,
        OneDeviceOnly = !EnableScheduler,
    };

    /// <summary>The settings with bounds.</summary>
    internal ComputeOptions Bounded => _compute;

    /// <summary>The key and state of the switch that rules a part; null for a part that has none, as those of hosts.</summary>
    internal (string Key, bool On)? Switch(string part) => part switch
    {
        OptimizerNames.Kernels => ("enable_numba", EnableKernels),
        OptimizerNames.Scheduler => ("enable_dask", EnableScheduler),
        OptimizerNames.Cache => ("enable_redis", EnableCache),
        OptimizerNames.Metrics => ("enable_prometheus", EnableMetrics),
        OptimizerNames.Cluster => ("enable_ray", EnableCluster),
        OptimizerNames.Tuning => ("enable_optuna", EnableTuning),
        _ => null,
    };
}
