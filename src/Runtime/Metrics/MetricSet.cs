using Prometheus;

namespace Gpu.Runtime.Metrics;

/// <summary>
/// The metrics of one runtime, in a registry of their own: two runtimes in a process do not add up in each other's, and
/// prometheus-net's default metrics are not among them.
/// </summary>
internal sealed class MetricSet
{
    private readonly CollectorRegistry _registry = Prometheus.Metrics.NewCustomRegistry();
    private readonly Dictionary<string, Collector> _collectors = [];
    private readonly Dictionary<string, double[]> _bounds = [];

    public MetricSet()
    {
        var factory = Prometheus.Metrics.WithCustomRegistry(_registry);
        // By default each value looks for the trace that it belongs to: time spent for nobody.
        factory.ExemplarBehavior = ExemplarBehavior.NoExemplars();
        foreach (var metric in MetricCatalogue.All)
        {
            _bounds.Add(metric.Name, metric.Buckets ?? []);
            _collectors.Add(metric.Name, metric.Kind switch
            {
                MetricKind.Counter => factory.CreateCounter(metric.Name, metric.Help, metric.Labels),
                MetricKind.Gauge => factory.CreateGauge(metric.Name, metric.Help, metric.Labels),
                _ => factory.CreateHistogram(metric.Name, metric.Help, metric.Labels, new HistogramConfiguration { Buckets = metric.Buckets }),
            });
        }
    }

    /// <summary>The upper bounds of a histogram.</summary>
    public double[] Bounds(string name) => _bounds[name];

    public Counter Counter(string name) => (Counter)_collectors[name];

    public Gauge Gauge(string name) => (Gauge)_collectors[name];

    public Histogram Histogram(string name) => (Histogram)_collectors[name];

    /// <summary>Has values set that are only known when somebody asks.</summary>
    public void BeforeExport(Action update) => _registry.AddBeforeCollectCallback(update);

    /// <summary>Writes all values.</summary>
    public Task ExportAsync(Stream stream, bool openMetrics, CancellationToken cancellationToken) =>
        _registry.CollectAndExportAsTextAsync(stream, openMetrics ? ExpositionFormat.OpenMetricsText : ExpositionFormat.PrometheusText, cancellationToken);

    /// <summary>Sets a gauge of states: 1 for the one it is in, 0 for the others.</summary>
    public void SetState<T>(string name, string of, T now)
        where T : struct, Enum
    {
        var gauge = Gauge(name);
        foreach (var state in StateWords<T>.All)
        {
            gauge.WithLabels(of, state.Word).Set(EqualityComparer<T>.Default.Equals(state.Value, now) ? 1 : 0);
        }
    }

    private static class StateWords<T>
        where T : struct, Enum
    {
        public static readonly (T Value, string Word)[] All = [.. Enum.GetValues<T>().Select(static v => (v, SnakeCase.Of(v.ToString())))];
    }
}
