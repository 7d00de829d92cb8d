using System.Diagnostics.Metrics;
using Gpu.Runtime.Optimizers;

namespace Gpu.Runtime.Metrics;

/// <summary>
/// Counts what the cache and the pipelines of dependencies tell through .NET's meters. Not prometheus-net's adapter, which
/// takes all meters of the process and makes gauges of their counters.
/// </summary>
internal sealed class MeterMetrics : IDisposable
{
    internal const string CacheMeter = "Gpu.Runtime.Cache";
    internal const string ResilienceMeter = "Gpu.Runtime.Resilience";

    // The states of a breaker by the number that its gauge shows.
    private static readonly string[] BreakerStates = ["closed", "half_open", "open"];

    private readonly MeterListener _listener = new();
    private readonly MetricSet _set;

    /// <param name="set">Where to count.</param>
    /// <param name="scope">Whose meters are listened to: those of another runtime in this process are its own.</param>
    public MeterMetrics(MetricSet set, object? scope)
    {
        _set = set;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is CacheMeter or ResilienceMeter && instrument.Meter.Scope is { } owner && ReferenceEquals(owner, scope))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Observe(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => State(instrument.Name, value, tags));
        _listener.Start();
    }

    /// <summary>Asks for what is only known when somebody asks.</summary>
    public void Update() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return tag.Value?.ToString() ?? "";
            }
        }

        return "";
    }

    private void Count(string name, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (name)
        {
            case "gpu.cache.requests":
                var (layer, result) = Tag(tags, "source") is var source and not "computed" ? (source, "hit") : ("none", "miss");
                _set.Counter(MetricNames.CacheRequests).WithLabels(Tag(tags, "operation"), layer, result).Inc(value);
                _set.Counter(MetricNames.OptimizationRequests).WithLabels(OptimizerNames.Cache, "success").Inc(value);
                break;
            case "gpu.cache.faults":
                var kind = Tag(tags, "kind");
                _set.Counter(MetricNames.CacheFaults).WithLabels(kind).Inc(value);
                if (kind is "error" or "corrupt")
                {
                    _set.Counter(MetricNames.OptimizationRequests).WithLabels(OptimizerNames.Cache, "error").Inc(value);
                }

                break;
            case "gpu.dependency.events":
                _set.Counter(MetricNames.DependencyEvents).WithLabels(Tag(tags, "dependency"), SnakeCase.Of(Tag(tags, "event"))).Inc(value);
                break;
        }
    }

    private void Observe(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (name)
        {
            case "gpu.cache.store.duration":
                _set.Histogram(MetricNames.CacheStoreSeconds).WithLabels(Tag(tags, "action")).Observe(value);
                _set.Histogram(MetricNames.OptimizationSeconds).WithLabels(OptimizerNames.Cache).Observe(value);
                break;
            case "gpu.dependency.duration":
                var outcome = Tag(tags, "failed") == bool.TrueString ? "failed" : "completed";
                _set.Histogram(MetricNames.DependencySeconds).WithLabels(Tag(tags, "dependency"), outcome).Observe(value);
                break;
        }
    }

    private void State(string name, int value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (name == "gpu.dependency.breaker")
        {
            for (var i = 0; i < BreakerStates.Length; i++)
            {
                _set.Gauge(MetricNames.BreakerState).WithLabels(Tag(tags, "dependency"), BreakerStates[i]).Set(i == value ? 1 : 0);
            }
        }
    }
}
