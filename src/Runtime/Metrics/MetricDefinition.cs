namespace Gpu.Runtime.Metrics;

/// <summary>What kind of series a metric has.</summary>
internal enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>How often values fell below bounds, their sum and their number.</summary>
    Histogram,
}

/// <summary>A metric as it is registered, exported and documented.</summary>
/// <param name="Name">One of <see cref="MetricNames"/>.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Help">What it counts, in a sentence.</param>
/// <param name="Labels">The names of its labels; what they may say stands in <see cref="MetricLabels"/>.</param>
/// <param name="Buckets">The upper bounds of a histogram; null for other kinds.</param>
internal sealed record MetricDefinition(string Name, MetricKind Kind, string Help, string[] Labels, double[]? Buckets = null);
