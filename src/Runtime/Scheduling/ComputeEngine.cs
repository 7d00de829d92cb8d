using System.Collections.Immutable;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Scheduling.Costs;
using ILGPU.Runtime;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// Runs typed work on the devices of this machine: a bounded queue, decisions about what runs where, and a thread for each
/// device. Safe to use from any thread. Disposing it fails what waits with <see cref="EngineStoppedError"/>, and gives what
/// runs <see cref="ComputeOptions.ShutdownTimeout"/> to end; <see cref="DrainAsync"/> first lets what waits be done.
/// </summary>
public sealed partial class ComputeEngine : IComputeEngine
{
    // Short sections only: the core's decisions. Callers' promises are kept outside of it.
    private readonly Lock _gate = new();
    private readonly ComputeOptions _options;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly DateTimeOffset _epoch;
    private readonly ILogger _logger;
    private readonly SchedulerCore _core;
    private readonly CostFile? _costFile;
    private readonly WorkerServices _services;
    private readonly Func<DeviceCandidate> _fallback;
    private readonly ITimer _timer;
    private ImmutableArray<DeviceWorker> _workers = [];
    private volatile IReadOnlyList<DeviceInfo> _devices = [];
    private Outbox? _spare;
    private long _timerAt = long.MaxValue;
    private Task? _disposal;

    private ComputeEngine(ComputeOptions options, ILogger logger, TimeProvider time, Func<DeviceCandidate>? fallback, Action<Accelerator>? probe)
    {
        _options = options;
        _logger = logger;
        _time = time;
        _started = time.GetTimestamp();
        _epoch = time.GetUtcNow();
        _fallback = fallback ?? (() => CpuProbe.Find(options.Workers));
        _costFile = options.CostModelPath is { } path ? new CostFile(path, logger) : null;
        Observers = new EngineObservers(logger, options.Observers);
        _core = new SchedulerCore(options.ToCore(() => Observers.Any, () => Observers.FollowRequests, () => Observers.WantReasons), _costFile?.Read() ?? new CostModel(), _epoch);
        _services = new WorkerServices(this, logger, PoolLimit, probe ?? DeviceProbe.Check);
        _timer = time.CreateTimer(static engine => ((ComputeEngine)engine!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DeviceInfo> Devices => _devices;

    /// <summary>How many pieces of work wait for a device.</summary>
    public int QueueLength
    {
        get
        {
            lock (_gate)
            {
                return _core.Waiting;
            }
        }
    }

    internal ComputeInstruments Instruments { get; } = new();

    /// <summary>Who is told of its decisions.</summary>
    internal EngineObservers Observers { get; }

    internal ImmutableArray<DeviceWorker> Workers => _workers;

    private long Now => _time.GetElapsedTime(_started).Ticks;

    /// <summary>Finds the devices of this machine, opens those that are to be used, and starts.</summary>
    /// <param name="options">Which devices, and limits; null for the defaults.</param>
    /// <param name="loggerFactory">Where to log; null: nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and ageing; null for the system's.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ConfigurationError">An option is outside of its bounds.</exception>
    /// <exception cref="LibraryNotAvailableError">No device of the kind asked for can be used; the message lists what was found.</exception>
    public static async Task<ComputeEngine> CreateAsync(ComputeOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        options ??= new ComputeOptions();
        OptionsCheck.ThrowIfInvalid(options);
        // Drivers take their time to load, and do it on the calling thread.
        var found = await Task.Run(() => DeviceDiscovery.Find(options.Device, options.Workers, options.OneDeviceOnly), cancellationToken).ConfigureAwait(false);
        return await CreateAsync(options, found, loggerFactory, timeProvider, null, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts on the candidates that are marked as in use.</summary>
    internal static async Task<ComputeEngine> CreateAsync(
        ComputeOptions options,
        IReadOnlyList<DeviceCandidate> candidates,
        ILoggerFactory? loggerFactory,
        TimeProvider? timeProvider,
        Func<DeviceCandidate>? fallback,
        Action<Accelerator>? probe,
        CancellationToken cancellationToken)
    {
        var engine = new ComputeEngine(options, (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<ComputeEngine>(), timeProvider ?? TimeProvider.System, fallback, probe);
        try
        {
            await engine.StartAsync(candidates, cancellationToken).ConfigureAwait(false);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The engine was disposed.</exception>
    /// <exception cref="EngineStoppedError">The engine was draining, or was disposed before the work started.</exception>
    public Task<WorkReceipt> RunAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(_disposal is not null, this);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<WorkReceipt>(cancellationToken);
        }

        options ??= WorkOptions.Default;
        if (!Enum.IsDefined(options.Priority))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Priority, "The priority is not one of Low, Normal and High.");
        }

        return Split(work) is { Length: > 0 } shares
            ? RunPartsAsync((ISplittableWork)work, shares, options, cancellationToken)
            : Submit(new WorkItem(work, options, cancellationToken));
    }

    private Task<WorkReceipt> Submit(WorkItem item)
    {
        item.WatchCancellation(Cancel);
        Outbox? decided;
        lock (_gate)
        {
            var now = Now;
            item.Deadline = DeadlineOf(item.Options, now);
            _core.Submit(item, now);
            if (item.Number > 0)
            {
                Instruments.OnQueued();
                Interlocked.Increment(ref _open);
            }

            decided = Decided();
        }

        Act(decided);
        return item.Task;
    }

    private void Cancel(WorkItem item)
    {
        Outbox? decided;
        lock (_gate)
        {
            _core.Cancel(item, Now);
            decided = Decided();
        }

        Act(decided);
    }

    // The wall clock is asked once: whatever it does afterwards, the time that was left is the time that is left.
    private long DeadlineOf(WorkOptions options, long now)
    {
        if (options.Deadline is not { } deadline)
        {
            return long.MaxValue;
        }

        var left = (deadline - _time.GetUtcNow()).Ticks;
        return left > long.MaxValue / 2 ? long.MaxValue : now + left;
    }

    private long PoolLimit(Accelerator accelerator) => _options.PoolLimitBytes
        ?? (accelerator.AcceleratorType == AcceleratorType.CPU ? HostMemory.Bytes() / 2 : accelerator.MemorySize / 5 * 4);
}
