namespace Gpu.Runtime.Caching;

/// <summary>What a cache has seen since its start.</summary>
public sealed record CacheStatistics
{
    /// <summary>What is behind the memory: <c>redis</c>, <c>folder</c> or <c>none</c>.</summary>
    public required string Store { get; init; }

    /// <summary>Whether the last call of the store went well; true where there is none.</summary>
    public required bool StoreAvailable { get; init; }

    /// <summary>Why the store is not available; null where it is. No secret is in it.</summary>
    public string? StoreProblem { get; init; }

    /// <summary>Results from memory.</summary>
    public long MemoryHits { get; init; }

    /// <summary>Results from the store.</summary>
    public long StoreHits { get; init; }

    /// <summary>Results that were computed.</summary>
    public long Misses { get; init; }

    /// <summary>Values that were damaged, cut short or written by something else, and so counted as misses.</summary>
    public long Corrupt { get; init; }

    /// <summary>Calls of the store that failed or were refused by its breaker.</summary>
    public long StoreErrors { get; init; }

    /// <summary>Results that the store has no room for.</summary>
    public long StoreFull { get; init; }

    /// <summary>Results over the largest size.</summary>
    public long TooLarge { get; init; }

    /// <summary>Results that were waited for while another process computed them.</summary>
    public long LeaseWaits { get; init; }

    /// <summary>Leases whose holder died or fell silent.</summary>
    public long LeasesTaken { get; init; }

    /// <summary>Bytes written to the store, as they lie there.</summary>
    public long BytesWritten { get; init; }

    /// <summary>Bytes read from the store.</summary>
    public long BytesRead { get; init; }

    /// <summary>Reads of the store that found something or nothing, and the seconds they took together.</summary>
    public long StoreReads { get; init; }

    /// <summary>The seconds of all <see cref="StoreReads"/>.</summary>
    public double StoreReadSeconds { get; init; }

    /// <summary>Writes of the store.</summary>
    public long StoreWrites { get; init; }

    /// <summary>The seconds of all <see cref="StoreWrites"/>.</summary>
    public double StoreWriteSeconds { get; init; }
}
