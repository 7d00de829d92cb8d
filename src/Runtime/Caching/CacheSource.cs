namespace Gpu.Runtime.Caching;

/// <summary>Where a result came from.</summary>
public enum CacheSource
{
    /// <summary>It was computed.</summary>
    Computed,

    /// <summary>This process's memory, or another request of it that was computing the same.</summary>
    Memory,

    /// <summary>Redis or the folder; another process may have computed it just now.</summary>
    Store,
}

/// <summary>A result, and where it came from.</summary>
/// <param name="Value">The result.</param>
/// <param name="Source">Where it came from.</param>
/// <typeparam name="T">The result.</typeparam>
public readonly record struct Cached<T>(T Value, CacheSource Source);
