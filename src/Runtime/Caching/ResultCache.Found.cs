namespace Gpu.Runtime.Caching;

/// <content>What was not computed here but came from elsewhere, and may be replaced under its key: answers of servers.</content>
public sealed partial class ResultCache
{
    /// <summary>Looks a value up, and computes nothing.</summary>
    /// <param name="key">What it was kept under.</param>
    /// <param name="codec">Its bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <typeparam name="T">The value: immutable, because all get the same object.</typeparam>
    /// <returns>The value; null for none that can be used.</returns>
    public async ValueTask<T?> FindAsync<T>(CacheKey key, CacheCodec<T> codec, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(codec);
        var name = _names.Of(key);

        // Another process may have replaced what lies in a store: the memory of this one is not asked.
        return _store is null
            ? (await _memory.FindAsync(name, cancellationToken).ConfigureAwait(false))?.Value as T
            : (await FindAsync(name, codec, cancellationToken).ConfigureAwait(false))?.Value as T;
    }

    /// <summary>Keeps a value, in the place of what was there: in the store, or in memory where there is none.</summary>
    /// <param name="key">What to keep it under.</param>
    /// <param name="codec">Its bytes. A value that writes none, or more than <see cref="MaxValueBytes"/>, is not kept.</param>
    /// <param name="timeToLive">How long it is kept, over 0.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <typeparam name="T">The value: immutable, because all get the same object.</typeparam>
    public async ValueTask KeepAsync<T>(CacheKey key, CacheCodec<T> codec, TimeSpan timeToLive, T value, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive, TimeSpan.Zero);
        var (name, bytes) = (_names.Of(key), codec.Write(value));
        if (!MayKeep(bytes))
        {
            return;
        }

        if (_store is not null)
        {
            await _store.WriteAsync(name, bytes, timeToLive, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await _memory.SetAsync(name, new CachedResult(value, bytes.Length, CacheSource.Memory, kept: true), timeToLive, cancellationToken).ConfigureAwait(false);
        }
    }
}
