using Gpu.Runtime.Caching;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gpu.Runtime.Optimizers;

/// <summary>
/// Starts the runtime's parts side by side, reports the state of each, and cleans them up in reverse order. A part that
/// fails takes nothing else with it.
/// </summary>
public sealed partial class OptimizationManager : IAsyncDisposable
{
    private readonly IOptions<GpuRuntimeOptions> _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ManagedPart[] _parts;
    private readonly RuntimeTelemetry? _telemetry;
    private readonly IAsyncDisposable? _owned;
    private int _disposed;

    /// <summary>Makes a manager of registered parts. Nothing starts yet.</summary>
    /// <param name="parts">The parts, in the order of their registration.</param>
    /// <param name="options">The settings; checked by <see cref="InitializeAllAsync"/>.</param>
    /// <param name="logger">Where to log; null: nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ConfigurationError">Two parts have the same name.</exception>
    public OptimizationManager(IEnumerable<IOptimizer> parts, IOptions<GpuRuntimeOptions> options, ILogger<OptimizationManager>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _logger = logger ?? NullLogger<OptimizationManager>.Instance;
        _time = timeProvider ?? TimeProvider.System;
        _parts = [.. parts.Select(p => new ManagedPart(p, _time))];
        if (_parts.CountBy(static p => p.Name).FirstOrDefault(static c => c.Value > 1) is { Key: { } twice })
        {
            throw new ConfigurationError($"Two parts are named '{twice}'; rename one of them.");
        }
    }

    internal OptimizationManager(
        IEnumerable<IOptimizer> parts,
        IOptions<GpuRuntimeOptions> options,
        RuntimeTelemetry telemetry,
        IComputeEngine engine,
        IAsyncDisposable? owned,
        ILogger<OptimizationManager>? logger,
        TimeProvider? timeProvider)
        : this(parts, options, logger, timeProvider)
    {
        (_telemetry, Engine, _owned) = (telemetry, engine, owned);
    }

    /// <summary>The engine that the built-in parts share; null for a manager of other parts.</summary>
    public IComputeEngine? Engine { get; }

    /// <summary>How long the last <see cref="InitializeAllAsync"/> took; null before its end.</summary>
    public TimeSpan? StartTook { get; private set; }

    /// <summary>Makes a manager of the built-in parts, for programs without a container.</summary>
    /// <param name="configuration">The settings, see <see cref="GpuRuntimeOptions"/>; null for the defaults.</param>
    /// <param name="loggerFactory">Where to log; null: nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ConfigurationError">A setting cannot be read or is out of its bounds.</exception>
    public static OptimizationManager Create(IConfiguration? configuration = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        var settings = new GpuRuntimeOptions();
        if (configuration is not null)
        {
            RuntimeConfiguration.Bind(configuration, settings);
        }

        return Build(settings, loggerFactory, timeProvider);
    }

    /// <summary>The same, with options.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="ConfigurationError">A setting is out of its bounds.</exception>
    public static OptimizationManager Create(GpuRuntimeOptions settings) => Build(settings, null, null);

    private static OptimizationManager Build(GpuRuntimeOptions settings, ILoggerFactory? loggerFactory, TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (new GpuRuntimeOptionsValidator().Validate(null, settings) is { Failed: true } result)
        {
            throw new ConfigurationError(string.Join(" ", result.Failures));
        }

        var options = Options.Create(settings);
        var pipelines = new ResiliencePipelines(settings.Resilience, loggerFactory, timeProvider);
        var telemetry = new RuntimeTelemetry(options, () => pipelines, loggerFactory, timeProvider);
        var host = new ComputeEngineHost(options, telemetry, loggerFactory, timeProvider);
        var cache = new ResultCache(settings.CacheOrNone, pipelines, timeProvider);
        var logger = loggerFactory?.CreateLogger<OptimizationManager>();
        var parts = BuiltInParts.Of(host, cache, telemetry, () => settings, [], logger ?? NullLogger<OptimizationManager>.Instance);
        return new OptimizationManager(parts, options, telemetry, host, telemetry, logger, timeProvider);
    }

    /// <summary>Starts every part that is switched on, side by side. Parts that run already are left alone; others are tried again.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ConfigurationError">A setting is out of its bounds, or the trace file cannot be written. Nothing was started.</exception>
    /// <exception cref="OperationCanceledException">The start was cancelled.</exception>
    public async Task InitializeAllAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var settings = GpuRuntimeOptionsValidator.Read(_options);
        var started = _time.GetTimestamp();
        // A trace that cannot be written is better known now than after the work.
        _ = _telemetry?.Trace;
        if (_telemetry?.Metrics is { } metrics)
        {
            metrics.Parts = GetStatus;
        }

        await Task.WhenAll(_parts.Where(static p => p.State != OptimizerState.Ready).Select(p => StartAsync(p, settings, cancellationToken))).ConfigureAwait(false);
        StartTook = _time.GetElapsedTime(started);
        LogStarted(_logger, _parts.Count(static p => p.State == OptimizerState.Ready), StartTook.Value.TotalMilliseconds);
    }

    /// <summary>The state of every part, in the order of registration.</summary>
    public IReadOnlyList<OptimizerReport> GetStatus() => [.. _parts.Select(static p => p.Report())];

    /// <summary>Everything as it is now, devices included where the metrics are on.</summary>
    public RuntimeSnapshot Snapshot() => _telemetry?.Metrics is { } metrics
        ? metrics.Snapshot()
        : new RuntimeSnapshot(Environment.ProcessId, _time.GetUtcNow(), Engine?.Devices.Any(static d => d.InUse) == true, 0, GetStatus(), []);

    /// <summary>A part by its name; null where there is none. Calls of a host's own part are counted where the metrics are on.</summary>
    /// <param name="name">Such as one of <see cref="OptimizerNames"/>.</param>
    public IOptimizer? Find(string name) => _parts.FirstOrDefault(p => p.Name == name)?.Optimizer is { } found
        ? OptimizerNames.IsBuiltIn(name) || _telemetry?.Metrics is not { } metrics ? found : new MeasuredOptimizer(found, metrics.Set)
        : null;

    /// <summary>Cleans every part up, last registered first. A part that takes longer than <see cref="GpuRuntimeOptions.DrainTimeout"/> and <see cref="GpuRuntimeOptions.ShutdownTimeout"/> together is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        foreach (var part in _parts.Reverse())
        {
            // Parts that never started have nothing to clean up.
            if (part.State is not (OptimizerState.Registered or OptimizerState.Disabled))
            {
                await StopAsync(part).ConfigureAwait(false);
            }
        }

        if (_owned is { } owned)
        {
            await owned.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task StartAsync(ManagedPart part, GpuRuntimeOptions settings, CancellationToken cancellationToken)
    {
        if (settings.Switch(part.Name) is { On: false } off)
        {
            part.Become(OptimizerState.Disabled, $"{off.Key} is false");
            return;
        }

        part.Become(OptimizerState.Starting);
        try
        {
            // A part of any author may block before its first await; the others start beside it all the same.
            await Task.Run(() => part.Optimizer.InitializeAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            part.Become(OptimizerState.Ready);
            LogReady(_logger, part.Name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            part.Become(OptimizerState.Failed, "its start was cancelled");
            throw;
        }
        catch (LibraryNotAvailableError e)
        {
            part.Become(OptimizerState.Unavailable, e.Message);
            LogUnavailable(_logger, part.Name, e.Message);
        }
        // Whatever goes wrong with one part, the others go on; its report says what it was.
        catch (Exception e)
        {
            part.Become(OptimizerState.Failed, e.Message);
            LogFailed(_logger, part.Name, e);
        }
    }

    private async Task StopAsync(ManagedPart part)
    {
        var settings = GpuRuntimeOptionsValidator.Read(_options);
        var timeout = settings.DrainTimeout + settings.ShutdownTimeout;
        using var deadline = new CancellationTokenSource(timeout, _time);
        try
        {
            await Task.Run(() => part.Optimizer.CleanupAsync(deadline.Token), CancellationToken.None).WaitAsync(deadline.Token).ConfigureAwait(false);
            part.Become(OptimizerState.Stopped);
        }
        // The next part is cleaned up whatever becomes of this one.
        catch (Exception e)
        {
            part.Become(OptimizerState.Failed, deadline.IsCancellationRequested ? $"it was not cleaned up within {timeout.TotalSeconds} s" : $"it was not cleaned up: {e.Message}");
            LogNotStopped(_logger, part.Name, e);
        }
    }

    [LoggerMessage(201, LogLevel.Information, "{Part} is ready")]
    private static partial void LogReady(ILogger logger, string part);

    [LoggerMessage(206, LogLevel.Information, "{Ready} parts are ready after {Milliseconds:0} ms")]
    private static partial void LogStarted(ILogger logger, int ready, double milliseconds);

    [LoggerMessage(202, LogLevel.Information, "{Part} is unavailable: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string part, string reason);

    [LoggerMessage(203, LogLevel.Error, "{Part} failed to start")]
    private static partial void LogFailed(ILogger logger, string part, Exception cause);

    [LoggerMessage(204, LogLevel.Error, "{Part} was not cleaned up")]
    private static partial void LogNotStopped(ILogger logger, string part, Exception cause);
}
