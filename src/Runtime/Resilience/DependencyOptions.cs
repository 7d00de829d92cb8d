using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Resilience;

/// <summary>How one dependency is waited for, tried again and left alone. In configuration each is a section, such as <c>resilience:redis:timeout</c>.</summary>
public sealed class DependencyOptions
{
    /// <summary>The longest that one attempt may take, 1 ms to 1 hour; null for no limit here.</summary>
    [ConfigurationKeyName("timeout")]
    public TimeSpan? Timeout { get; set; }

    /// <summary>How often a failed attempt is repeated. Overload, cancelled work and what cannot get better are never repeated.</summary>
    [Range(0, 20)]
    [ConfigurationKeyName("max_retries")]
    public int MaxRetries { get; set; }

    /// <summary>The wait before the first repetition, 0 to 5 minutes; it doubles each time and has random jitter.</summary>
    [ConfigurationKeyName("retry_delay")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The share of attempts that must have failed for the breaker to open, over 0 to 1; 0 for no breaker.</summary>
    [Range(0.0, 1.0)]
    [ConfigurationKeyName("breaker_ratio")]
    public double BreakerRatio { get; set; } = 0.5;

    /// <summary>How many attempts the breaker needs to judge by.</summary>
    [Range(2, 10_000)]
    [ConfigurationKeyName("breaker_attempts")]
    public int BreakerAttempts { get; set; } = 4;

    /// <summary>The time of which the breaker counts attempts, 500 ms to 1 hour.</summary>
    [ConfigurationKeyName("breaker_window")]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open breaker lets nothing through before it tries one, 500 ms to 1 hour.</summary>
    [ConfigurationKeyName("breaker_pause")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many calls may be under way at once; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    [ConfigurationKeyName("max_concurrent")]
    public int MaxConcurrent { get; set; }

    /// <summary>How many more may wait for their turn; those beyond are refused at once.</summary>
    [Range(0, 1_000_000)]
    [ConfigurationKeyName("max_queued")]
    public int MaxQueued { get; set; } = 1_000;
}
