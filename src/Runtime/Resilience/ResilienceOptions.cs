using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Resilience;

/// <summary>The settings of every dependency's pipeline: section <c>resilience</c> of the configuration.</summary>
public sealed class ResilienceOptions
{
    /// <summary>Pages. The limit of the whole fetch, redirects and repetitions included, is the fetcher's own.</summary>
    /// <value>2 repetitions after 250 ms, 4 failures of a host in 30 s open its breaker for 5 s, 64 at once.</value>
    [ConfigurationKeyName("page_fetch")]
    public DependencyOptions PageFetch { get; set; } = new() { MaxRetries = 2, RetryDelay = TimeSpan.FromMilliseconds(250), BreakerRatio = 0.9, BreakerAttempts = 8, MaxConcurrent = 64 };

    /// <summary>Pictures.</summary>
    /// <value>As pages.</value>
    [ConfigurationKeyName("image_fetch")]
    public DependencyOptions ImageFetch { get; set; } = new() { MaxRetries = 2, RetryDelay = TimeSpan.FromMilliseconds(250), BreakerRatio = 0.9, BreakerAttempts = 8, MaxConcurrent = 64 };

    /// <summary>Redis: never worth more time than computing again.</summary>
    /// <value>250 ms an attempt, no repetition, 2 failures in 10 s open the breaker for 2 s, 64 at once.</value>
    [ConfigurationKeyName("redis")]
    public DependencyOptions Redis { get; set; } = new()
    {
        Timeout = TimeSpan.FromMilliseconds(250),
        RetryDelay = TimeSpan.FromMilliseconds(10),
        BreakerAttempts = 2,
        BreakerWindow = TimeSpan.FromSeconds(10),
        BreakerPause = TimeSpan.FromSeconds(2),
        MaxConcurrent = 64,
    };

    /// <summary>Devices, after all that the scheduler tried by itself.</summary>
    /// <value>1 repetition after 100 ms, 5 s of pause after 4 failures in 30 s.</value>
    [ConfigurationKeyName("device")]
    public DependencyOptions Device { get; set; } = new() { MaxRetries = 1, RetryDelay = TimeSpan.FromMilliseconds(100), BreakerRatio = 0.9 };

    /// <summary>ffmpeg: an encoding that broke is made again from its first frame.</summary>
    /// <value>1 repetition after 100 ms, 5 s of pause after 4 failures in 30 s, one encoding a core at once.</value>
    [ConfigurationKeyName("encoder")]
    public DependencyOptions Encoder { get; set; } = new() { MaxRetries = 1, RetryDelay = TimeSpan.FromMilliseconds(100), BreakerRatio = 0.9, MaxConcurrent = Math.Max(2, Environment.ProcessorCount) };

    /// <summary>The settings of one.</summary>
    internal DependencyOptions Of(Dependency dependency) => dependency switch
    {
        Dependency.PageFetch => PageFetch,
        Dependency.ImageFetch => ImageFetch,
        Dependency.Redis => Redis,
        Dependency.Device => Device,
        _ => Encoder,
    };
}
