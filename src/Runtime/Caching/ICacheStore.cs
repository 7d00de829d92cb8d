namespace Gpu.Runtime.Caching;

/// <summary>
/// Keeps bytes beyond the process. Nothing here throws for a store that is absent, full, slow or damaged: that is counted,
/// and a read finds nothing.
/// </summary>
internal interface ICacheStore : IAsyncDisposable
{
    /// <summary><c>redis</c> or <c>folder</c>.</summary>
    string Name { get; }

    /// <summary>The value of a key; null where there is none that can be used.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps a value for a time.</summary>
    Task WriteAsync(string key, ReadOnlyMemory<byte> value, TimeSpan timeToLive, CancellationToken cancellationToken);

    /// <summary>Forgets a value.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken);

    /// <summary>Asks to be the one who computes a key's value.</summary>
    Task<LeaseAnswer> TryLeaseAsync(string key, CancellationToken cancellationToken);

    /// <summary>All keys of this application, with what lies under them.</summary>
    /// <exception cref="OptimizationError">The store cannot be asked.</exception>
    IAsyncEnumerable<StoredValue> ListAsync(bool check, CancellationToken cancellationToken);

    /// <summary>Forgets every value of this application, and nothing else.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="OptimizationError">The store cannot be asked.</exception>
    Task<long> ClearAsync(CancellationToken cancellationToken);
}

/// <summary>What lies under a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Bytes">As it lies there.</param>
/// <param name="Sound">Whether it is whole; null where that was not looked at.</param>
internal sealed record StoredValue(string Key, long Bytes, bool? Sound);

/// <summary>The answer to who computes.</summary>
/// <param name="Lease">The right to compute; null where it was not given.</param>
/// <param name="HeldByAnother">Whether another computes; false with no lease means that the store cannot say, so that everybody computes.</param>
internal readonly record struct LeaseAnswer(IAsyncDisposable? Lease, bool HeldByAnother);
