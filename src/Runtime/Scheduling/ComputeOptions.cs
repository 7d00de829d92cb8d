using System.ComponentModel.DataAnnotations;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Scheduling;

/// <summary>How the engine is set up. Read once, when it is created.</summary>
public sealed class ComputeOptions
{
    internal const int MaxWorkers = 256;
    internal const int MaxQueueLimit = 1_000_000;

    /// <summary>Which devices may be used.</summary>
    /// <value>Default: <see cref="DeviceSelection.Auto"/>.</value>
    public DeviceSelection Device { get; set; } = DeviceSelection.Auto;

    /// <summary>Threads with which the processor computes, 1 to 256; null: one a core. Results do not depend on it.</summary>
    /// <value>Default: null.</value>
    [Range(1, MaxWorkers)]
    public int? Workers { get; set; }

    /// <summary>How many pieces of work may wait in each priority's queue, 1 to 1,000,000.</summary>
    /// <value>Default: 4,096.</value>
    [Range(1, MaxQueueLimit)]
    public int QueueLimit { get; set; } = 4096;

    /// <summary>The waiting that lifts a piece of work by one priority, 1 ms to 1 hour.</summary>
    /// <value>Default: 1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Ageing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long disposal waits for running work, 0 to 10 minutes.</summary>
    /// <value>Default: 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that each device's pool may allocate, at least 1 MiB; null: four fifths of a GPU's memory, half of the host's.</summary>
    /// <value>Default: null.</value>
    [Range(typeof(long), "1048576", "9223372036854775807")]
    public long? PoolLimitBytes { get; set; }

    /// <summary>Whether the processor takes over when every other device is lost; null: where <see cref="Device"/> is auto.</summary>
    /// <value>Default: null.</value>
    public bool? FallBackToCpu { get; set; }

    /// <summary>
    /// How long a request waits for others of its kind while a device is free, 0 to 10 s. They come together also without:
    /// whatever waits while a device is busy shares the next launch.
    /// </summary>
    /// <value>Default: 0.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan BatchDelay { get; set; }

    /// <summary>Requests in one launch at most, 1 to 65,536.</summary>
    /// <value>Default: 1,024.</value>
    [Range(1, 65_536)]
    public int BatchLimit { get; set; } = 1024;

    /// <summary>
    /// The least time after which a batch that has not ended counts as hung, 10 ms to 1 hour; it is longer where the batch should
    /// take long. Its work is then given to another device.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan HangTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a device that failed is left alone before it is probed, 1 ms to 1 hour; doubled each time, up to 64 times.</summary>
    /// <value>Default: 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan Quarantine { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before a request's second attempt, 0 to 1 minute; doubled for the third.</summary>
    /// <value>Default: 10 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Weights of tenants (<see cref="WorkOptions.Tenant"/>) that are to have another share than the others, 0.001 to 1,000; 1 for all that are not named.</summary>
    public IDictionary<string, double> TenantWeights { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The file that keeps what was learned of the devices' speed; null: it is learned anew by each process.</summary>
    /// <value>Default: null.</value>
    public string? CostModelPath { get; set; }

    /// <summary>Uses the first device only, whatever there is.</summary>
    internal bool OneDeviceOnly { get; set; }

    /// <summary>Who is told of the engine's decisions from its start on.</summary>
    internal IList<IEngineObserver> Observers { get; } = [];

    internal bool MayFallBackToCpu => FallBackToCpu ?? Device == DeviceSelection.Auto;

    /// <summary>The same for the core.</summary>
    internal CoreOptions ToCore(Func<bool> observed, Func<bool> followed, Func<bool> explained) => new()
    {
        QueueLimit = QueueLimit,
        Ageing = Ageing.Ticks,
        BatchDelay = BatchDelay.Ticks,
        BatchLimit = BatchLimit,
        HangTimeout = HangTimeout.Ticks,
        Quarantine = Quarantine.Ticks,
        Backoff = RetryDelay.Ticks,
        MayFallBack = MayFallBackToCpu,
        TenantWeights = new Dictionary<string, double>(TenantWeights, StringComparer.Ordinal),
        Observed = observed,
        Followed = followed,
        Explained = explained,
    };
}
