using System.ComponentModel.DataAnnotations;
using Gpu.Runtime.Devices;

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

    /// <summary>Uses the first device only, whatever there is.</summary>
    internal bool OneDeviceOnly { get; set; }

    /// <summary>Who is told of the engine's decisions from its start on.</summary>
    internal IList<IEngineObserver> Observers { get; } = [];

    internal bool MayFallBackToCpu => FallBackToCpu ?? Device == DeviceSelection.Auto;
}
