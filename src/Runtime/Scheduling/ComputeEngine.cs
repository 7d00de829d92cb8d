using System.Collections.Immutable;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using ILGPU.Runtime;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// Runs typed work on the devices of this machine: a bounded queue, and a thread for each device that takes from it. Safe to
/// use from any thread. Disposing it fails what waits with <see cref="EngineStoppedError"/>, and gives what runs
/// <see cref="ComputeOptions.ShutdownTimeout"/> to end.
/// </summary>
public sealed partial class ComputeEngine : IComputeEngine
{
    private readonly Lock _gate = new();
    private readonly ComputeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WorkQueue _queue;
    private readonly WorkerServices _services;
    private readonly Func<DeviceCandidate> _fallback;
    private ImmutableArray<DeviceWorker> _workers = [];
    private volatile IReadOnlyList<DeviceInfo> _devices = [];
    private Task? _disposal;

    private ComputeEngine(ComputeOptions options, ILogger logger, TimeProvider time, Func<DeviceCandidate>? fallback, Action<Accelerator>? probe)
    {
        _options = options;
        _logger = logger;
        _time = time;
        _fallback = fallback ?? (() => CpuProbe.Find(options.Workers));
        Observers = new EngineObservers(logger, options.Observers);
        _queue = new WorkQueue(options.QueueLimit, options.Ageing, time, Instruments);
        _services = new WorkerServices(time, Instruments, logger, PoolLimit, probe ?? DeviceProbe.Check, OnLost);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DeviceInfo> Devices => _devices;

    /// <summary>How many pieces of work wait for a device.</summary>
    public int QueueLength => _queue.Count;

    internal ComputeInstruments Instruments { get; } = new();

    /// <summary>Who is told of its decisions.</summary>
    internal EngineObservers Observers { get; }

    internal ImmutableArray<DeviceWorker> Workers => _workers;

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
    /// <exception cref="EngineStoppedError">The engine was disposed before the work started.</exception>
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

        var item = new WorkItem(work, options, _time.GetTimestamp(), cancellationToken);
        item.WatchCancellation(_queue.Cancel);
        _queue.Add(item);
        return item.Task;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            return new ValueTask(_disposal ??= StopAsync());
        }
    }

    private async Task StopAsync()
    {
        _queue.Close(static () => new EngineStoppedError("The engine was disposed before this work started."));
        var workers = _workers;
        try
        {
            await Task.WhenAll(workers.Select(static w => w.Stopped)).WaitAsync(_options.ShutdownTimeout, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            foreach (var worker in workers.Where(static w => !w.Stopped.IsCompleted))
            {
                Abandon(worker);
            }
        }

        _queue.Dispose();
    }

    private async Task StartAsync(IReadOnlyList<DeviceCandidate> candidates, CancellationToken cancellationToken)
    {
        _devices = [.. candidates.Select(static c => c.Info)];
        _workers = [.. candidates.Where(static c => c.Info.InUse).Select(c => new DeviceWorker(c, _queue, _services))];
        foreach (var worker in _workers)
        {
            worker.Start();
        }

        foreach (var worker in _workers)
        {
            await OpenedAsync(worker).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!_devices.Any(static d => d.InUse))
        {
            if (_options.Device != DeviceSelection.Auto)
            {
                throw DeviceSelector.NotThere(_devices, _options.Device);
            }

            // Every GPU was there and none could be opened: what auto means is that the processor is used then.
            await UseProcessorAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task OpenedAsync(DeviceWorker worker)
    {
        if (await worker.Opened.ConfigureAwait(false) is { } failure)
        {
            LogNotOpened(_logger, worker.Id, failure);
            Refuse(worker, $"it could not be opened: {failure.Message}");
        }
        else
        {
            LogInUse(_logger, worker.Id, worker.Candidate.Info.Name);
        }
    }

    // A thread cannot be stopped from outside. Its work's caller learns of it; the thread goes with the process.
    private void Abandon(DeviceWorker worker)
    {
        LogAbandoned(_logger, worker.Id, worker.Running?.Operation, _options.ShutdownTimeout);
        worker.Running?.Fail(new DeviceFailedError(
            $"{worker.Running?.Operation} still ran on {worker.Id} {_options.ShutdownTimeout.TotalSeconds} s after the engine was disposed, and was given up; it may still write to its outputs."));
    }

    private long PoolLimit(Accelerator accelerator) => _options.PoolLimitBytes
        ?? (accelerator.AcceleratorType == AcceleratorType.CPU ? HostMemory.Bytes() / 2 : accelerator.MemorySize / 5 * 4);

    [LoggerMessage(1, LogLevel.Information, "Device {Device} ({Name}) is in use")]
    private static partial void LogInUse(ILogger logger, string device, string name);

    [LoggerMessage(2, LogLevel.Warning, "Device {Device} could not be opened")]
    private static partial void LogNotOpened(ILogger logger, string device, Exception cause);

    [LoggerMessage(3, LogLevel.Error, "Device {Device} still ran {Operation} {Timeout} after the engine was disposed, and was given up")]
    private static partial void LogAbandoned(ILogger logger, string device, string? operation, TimeSpan timeout);

    [LoggerMessage(4, LogLevel.Warning, "No other device is left: the processor takes over")]
    private static partial void LogFallback(ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "The processor could not take over")]
    private static partial void LogNoFallback(ILogger logger, Exception cause);
}
