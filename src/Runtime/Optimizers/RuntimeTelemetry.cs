using Gpu.Runtime.Metrics;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tracing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gpu.Runtime.Optimizers;

/// <summary>What watches the runtime of a container: its metrics and its trace, each where it is switched on.</summary>
internal sealed class RuntimeTelemetry : IAsyncDisposable
{
    private readonly Lazy<RuntimeMetrics?> _metrics;
    private readonly Lazy<TraceFile?> _trace;

    public RuntimeTelemetry(IOptions<GpuRuntimeOptions> options, Func<ResiliencePipelines> pipelines, ILoggerFactory? loggerFactory, TimeProvider? timeProvider)
    {
        var time = timeProvider ?? TimeProvider.System;
        ILogger Logger<T>() => (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<T>();
        // Settings are read when the first part starts, and prometheus-net is loaded where it is used only.
        _metrics = new Lazy<RuntimeMetrics?>(() => GpuRuntimeOptionsValidator.Read(options).EnableMetrics ? new RuntimeMetrics(time, Logger<RuntimeMetrics>(), pipelines()) : null);
        _trace = new Lazy<TraceFile?>(() => GpuRuntimeOptionsValidator.Read(options).TraceFile is { } path ? TraceFile.Create(path, time, Logger<TraceFile>()) : null);
    }

    /// <summary>The metrics; null where they are switched off.</summary>
    public RuntimeMetrics? Metrics => _metrics.Value;

    /// <summary>The trace; null where none is written.</summary>
    /// <exception cref="ConfigurationError">The file cannot be written.</exception>
    public TraceFile? Trace => _trace.Value;

    /// <summary>Whom the engine is to tell.</summary>
    public IEnumerable<IEngineObserver> Observers()
    {
        List<IEngineObserver> observers = [.. Metrics?.Observers ?? []];
        if (Trace is { } trace)
        {
            observers.Add(trace.Requests);
            if (Metrics is { } metrics)
            {
                metrics.TraceDropped = () => trace.Dropped;
            }
        }

        // For those who listen when the engine is made: others would pay for every request, and nobody hear of it.
        if (RuntimeActivities.Source.HasListeners())
        {
            observers.Add(new RequestActivities());
        }

        return observers;
    }

    public async ValueTask DisposeAsync()
    {
        if (_metrics is { IsValueCreated: true, Value: { } metrics })
        {
            await metrics.DisposeAsync().ConfigureAwait(false);
        }

        if (_trace is { IsValueCreated: true, Value: { } trace })
        {
            await trace.DisposeAsync().ConfigureAwait(false);
        }
    }
}
