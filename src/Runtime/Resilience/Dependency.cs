namespace Gpu.Runtime.Resilience;

/// <summary>What the product depends on and cannot trust to work: each has a pipeline of its own.</summary>
public enum Dependency
{
    /// <summary>Servers of pages, each host with a breaker of its own.</summary>
    PageFetch,

    /// <summary>Servers of pictures, each host with a breaker of its own.</summary>
    ImageFetch,

    /// <summary>The cache's Redis.</summary>
    Redis,

    /// <summary>The devices as a whole; one device's failures are the scheduler's.</summary>
    Device,

    /// <summary>ffmpeg.</summary>
    Encoder,
}
