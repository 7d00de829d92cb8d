using System.Diagnostics.Metrics;
using Polly;
using Polly.Retry;

namespace Gpu.Runtime.Resilience;

/// <summary>The two decorators of the system that this one replaces, as functions, for a host's own work.</summary>
public static class Resilient
{
    private static readonly Meter Work = new("Gpu.Runtime.Work");
    private static readonly Histogram<double> Seconds = Work.CreateHistogram<double>("gpu.work.duration", "s", "Work measured by monitor_performance.");

    /// <summary>The original's <c>retry_on_failure</c>: repeats work that failed, each time after a longer wait with jitter. Overload, cancelled work and what cannot get better are not repeated.</summary>
    /// <param name="work">The work.</param>
    /// <param name="maxRetries">How often it is repeated, 0 to 100.</param>
    /// <param name="delay">Seconds before the first repetition, 0 to 3,600.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds.</exception>
    public static async Task<T> RetryOnFailureAsync<T>(Func<CancellationToken, Task<T>> work, int maxRetries = 3, double delay = 1.0, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegative(maxRetries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRetries, 100);
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, 3_600);
        if (maxRetries == 0)
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }

        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = maxRetries,
            Delay = TimeSpan.FromSeconds(delay),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } e && Transient.CanRetry(e)),
        };
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(retry).Build();
        return await pipeline.ExecuteAsync(static async (work, token) => await work(token).ConfigureAwait(false), work, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The original's <c>monitor_performance</c>: measures work, whether it succeeds or fails, into the histogram <c>gpu.work.duration</c> of the meter <c>Gpu.Runtime.Work</c>.</summary>
    /// <param name="name">What it is called in the metrics.</param>
    /// <param name="work">The work.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<T> MonitorPerformanceAsync<T>(string name, Func<CancellationToken, Task<T>> work, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(work);
        time ??= TimeProvider.System;
        var started = time.GetTimestamp();
        var status = "error";
        try
        {
            var result = await work(cancellationToken).ConfigureAwait(false);
            status = "success";
            return result;
        }
        finally
        {
            Seconds.Record(time.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("name", name), new KeyValuePair<string, object?>("status", status));
        }
    }
}
