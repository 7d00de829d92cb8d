using System.Diagnostics.Metrics;
using System.Globalization;

namespace Gpu.Runtime.Resilience;

/// <summary>What the pipelines tell of themselves: counters here, and instruments of the meter <see cref="MeterName"/>.</summary>
internal sealed class DependencyInstruments : IDisposable
{
    public const string MeterName = "Gpu.Runtime.Resilience";

    private readonly Meter _meter;
    private readonly Counter<long> _events;
    private readonly Histogram<double> _seconds;
    private readonly Counters[] _counters = [.. Enum.GetValues<Dependency>().Select(static _ => new Counters())];

    /// <param name="scope">Whose they are: a process may have several.</param>
    public DependencyInstruments(object scope)
    {
        _meter = new Meter(new MeterOptions(MeterName) { Scope = scope });
        _events = _meter.CreateCounter<long>("gpu.dependency.events", description: "Retries, timeouts, refusals and failures of dependencies.");
        _seconds = _meter.CreateHistogram<double>("gpu.dependency.duration", "s", "Calls of dependencies, repetitions included.");
        _meter.CreateObservableGauge(
            "gpu.dependency.breaker",
            () => Enum.GetValues<Dependency>().Select(d => new Measurement<int>((int)_counters[(int)d].Breaker, new KeyValuePair<string, object?>("dependency", Name(d)))),
            description: "0 closed, 1 half open, 2 open.");
    }

    public void OnCall(Dependency dependency, TimeSpan took, bool failed)
    {
        var counters = _counters[(int)dependency];
        Interlocked.Increment(ref counters.Calls);
        Interlocked.Add(ref counters.Ticks, took.Ticks);
        if (failed)
        {
            Interlocked.Increment(ref counters.Failures);
            Count(dependency, "failure");
        }

        _seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("dependency", Name(dependency)), new KeyValuePair<string, object?>("failed", failed));
    }

    public void OnRetry(Dependency dependency)
    {
        Interlocked.Increment(ref _counters[(int)dependency].Retries);
        Count(dependency, "retry");
    }

    public void OnTimeout(Dependency dependency)
    {
        Interlocked.Increment(ref _counters[(int)dependency].Timeouts);
        Count(dependency, "timeout");
    }

    public void OnRefused(Dependency dependency)
    {
        Interlocked.Increment(ref _counters[(int)dependency].Refused);
        Count(dependency, "refused");
    }

    public void OnBreaker(Dependency dependency, BreakerState state)
    {
        _counters[(int)dependency].Breaker = state;
        Count(dependency, $"breaker_{state.ToString().ToLower(CultureInfo.InvariantCulture)}");
    }

    public DependencyStatistics Read(Dependency dependency)
    {
        var c = _counters[(int)dependency];
        return new DependencyStatistics(
            dependency,
            Interlocked.Read(ref c.Calls),
            Interlocked.Read(ref c.Failures),
            Interlocked.Read(ref c.Retries),
            Interlocked.Read(ref c.Timeouts),
            Interlocked.Read(ref c.Refused),
            c.Breaker,
            TimeSpan.FromTicks(Interlocked.Read(ref c.Ticks)).TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();

    private void Count(Dependency dependency, string what) =>
        _events.Add(1, new KeyValuePair<string, object?>("dependency", Name(dependency)), new KeyValuePair<string, object?>("event", what));

    private static string Name(Dependency dependency) => dependency switch
    {
        Dependency.PageFetch => "page_fetch",
        Dependency.ImageFetch => "image_fetch",
        Dependency.Redis => "redis",
        Dependency.Device => "device",
        _ => "encoder",
    };

    private sealed class Counters
    {
        public long Calls;
        public long Failures;
        public long Retries;
        public long Timeouts;
        public long Refused;
        public long Ticks;
        public volatile BreakerState Breaker;
    }
}
