using System.Runtime.CompilerServices;
using Gpu.Runtime.Resilience;
using StackExchange.Redis;

namespace Gpu.Runtime.Caching;

/// <summary>
/// Keeps values in Redis: short ones under their key, longer ones in pieces of half a megabyte. Leases have a connection of
/// their own, so that no film in transit delays them.
/// </summary>
internal sealed class RedisStore : ICacheStore
{
    // Pieces in one call: 4 MiB stay within a call's timeout on any network worth a cache.
    private const int PiecesACall = 8;

    private static readonly TimeSpan PiecesOutlive = TimeSpan.FromMinutes(1);

    private readonly CacheNames _names;
    private readonly CacheOptions _options;
    private readonly CacheInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly RedisConnection _values;
    private readonly RedisConnection _leases;
    private readonly RedisCalls _calls;
    private readonly RedisCalls _leaseCalls;
    private readonly int _database;

    public RedisStore(CacheOptions options, ResiliencePipelines pipelines, CacheInstruments instruments, TimeProvider time)
    {
        var redis = options.Redis!;
        (_options, _instruments, _time, _database) = (options, instruments, time, redis.Database);
        _names = new CacheNames(options.Application);
        _values = new RedisConnection(redis, options.Application);
        _leases = new RedisConnection(redis, $"{options.Application}-lease");
        _calls = new RedisCalls(_values, redis.Database, pipelines, instruments, redis.Endpoint);
        _leaseCalls = new RedisCalls(_leases, redis.LeaseDatabase ?? redis.Database, pipelines, instruments, redis.Endpoint);
    }

    public string Name => "redis";

    /// <summary>Connects, so that the first call need not wait for it.</summary>
    /// <exception cref="ConfigurationError">The password or the authority cannot be read.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken) => Task.WhenAll(_values.GetAsync(cancellationToken), _leases.GetAsync(cancellationToken));

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var (whole, known) = await ReadWholeAsync(key, cancellationToken).ConfigureAwait(false);
        if (!known)
        {
            return null;
        }

        _instruments.OnRead(_time.GetElapsedTime(started), whole?.Length ?? 0);
        if (whole is null)
        {
            return null;
        }

        if (CacheEnvelope.TryUnwrap(key, whole, _options.MaxValueBytes, out var value))
        {
            return value;
        }

        _instruments.OnCorrupt();
        return null;
    }

    public async Task WriteAsync(string key, ReadOnlyMemory<byte> value, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var whole = CacheEnvelope.Wrap(key, value.Span);
        if (whole.Length <= RedisChunks.Size)
        {
            if (await SetAsync(key, whole, timeToLive, cancellationToken).ConfigureAwait(false))
            {
                _instruments.OnWritten(_time.GetElapsedTime(started), whole.Length);
            }

            return;
        }

        var chunks = RedisChunks.Of(whole.Length);
        foreach (var call in Enumerable.Range(0, chunks.Count).Chunk(PiecesACall))
        {
            var written = await _calls.TryAsync<bool?>(
                async db =>
                {
                    await Task.WhenAll(call.Select(i => db.StringSetAsync(CacheNames.ChunkOf(key, chunks.Set, i), Piece(whole, i), timeToLive + PiecesOutlive))).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
            if (written is null)
            {
                // Half a value is of use to nobody; where it cannot be taken away now, it goes when its time is over.
                await _calls.TryAsync<long?>(async db => await db.KeyDeleteAsync([.. ChunkKeys(key, chunks)]).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        if (await SetAsync(key, chunks.Write(), timeToLive, cancellationToken).ConfigureAwait(false))
        {
            _instruments.OnWritten(_time.GetElapsedTime(started), whole.Length);
        }
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        _calls.TryAsync<bool?>(async db => await db.KeyDeleteAsync(key).ConfigureAwait(false), cancellationToken);

    public Task<LeaseAnswer> TryLeaseAsync(string key, CancellationToken cancellationToken) =>
        RedisLease.TryTakeAsync(_leaseCalls, _names.LeaseOf(key), _options.LeaseTime, _time, cancellationToken);

    public async IAsyncEnumerable<StoredValue> ListAsync(bool check, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var key in KeysAsync(cancellationToken).ConfigureAwait(false))
        {
            var bytes = await _calls.DemandAsync(async db => await db.KeyTypeAsync(key).ConfigureAwait(false) == RedisType.String ? await db.StringLengthAsync(key).ConfigureAwait(false) : -1, cancellationToken).ConfigureAwait(false);
            bool? sound = check && !CacheNames.IsChunk(key) ? bytes >= 0 && await IsSoundAsync(key, cancellationToken).ConfigureAwait(false) : null;
            yield return new StoredValue(key, Math.Max(0, bytes), sound);
        }
    }

    public async Task<long> ClearAsync(CancellationToken cancellationToken)
    {
        var (cleared, batch) = (0L, new List<RedisKey>());
        await foreach (var key in KeysAsync(cancellationToken).ConfigureAwait(false))
        {
            cleared += CacheNames.IsChunk(key) ? 0 : 1;
            batch.Add(key);
            if (batch.Count == 256)
            {
                await DeleteAsync().ConfigureAwait(false);
            }
        }

        await DeleteAsync().ConfigureAwait(false);
        return cleared;

        async Task DeleteAsync()
        {
            RedisKey[] keys = [.. batch];
            batch.Clear();
            await _calls.DemandAsync(db => db.KeyDeleteAsync(keys), cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _values.DisposeAsync().ConfigureAwait(false);
        await _leases.DisposeAsync().ConfigureAwait(false);
    }

    // SCAN goes through the keys a few at a time, and what merely begins as ours do is left alone.
    private async IAsyncEnumerable<string> KeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var server in await _calls.ServersAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var key in server.KeysAsync(_database, $"{_names.Prefix}*", pageSize: 500).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if ((string?)key is { } text && _names.IsOurs(text))
                {
                    yield return text;
                }
            }
        }
    }

    private async Task<bool> IsSoundAsync(string key, CancellationToken cancellationToken) =>
        (await ReadWholeAsync(key, cancellationToken).ConfigureAwait(false)).Whole is { } whole && CacheEnvelope.TryUnwrap(key, whole, _options.MaxValueBytes, out _);

    private async Task<(byte[]? Whole, bool Known)> ReadWholeAsync(string key, CancellationToken cancellationToken)
    {
        var answer = await _calls.TryAsync<RedisValue?>(async db => await db.StringGetAsync(key).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (answer is not { } value)
        {
            return (null, false);
        }

        var bytes = (byte[]?)value;
        if (bytes is null || !RedisChunks.TryRead(bytes, _options.MaxValueBytes, out var chunks))
        {
            return (bytes, true);
        }

        var whole = GC.AllocateUninitializedArray<byte>((int)chunks.Length);
        foreach (var call in Enumerable.Range(0, chunks.Count).Chunk(PiecesACall))
        {
            if (await _calls.TryAsync<bool?>(db => ReadPiecesAsync(db, key, chunks.Set, call, whole), cancellationToken).ConfigureAwait(false) is not { } complete)
            {
                return (null, false);
            }

            if (!complete)
            {
                // No value has no bytes: it counts as damaged.
                return ([], true);
            }
        }

        return (whole, true);
    }

    // Asked for at once, but not as one answer, which would have to lie in one piece of memory before any is looked at; each lies
    // in memory that is used again. Awaited together: where the machine is loaded, each waking up is a wait of its own.
    private static async Task<bool?> ReadPiecesAsync(IDatabase db, string key, string set, int[] indices, byte[] whole)
    {
        var pieces = await Task.WhenAll(indices.Select(i => db.StringGetLeaseAsync(CacheNames.ChunkOf(key, set, i)))).ConfigureAwait(false);
        var complete = true;
        foreach (var (index, read) in indices.Zip(pieces))
        {
            using var piece = read;
            var place = whole.AsSpan(index * RedisChunks.Size, Math.Min(RedisChunks.Size, whole.Length - (index * RedisChunks.Size)));
            if (piece?.Length == place.Length)
            {
                piece.Span.CopyTo(place);
            }
            else
            {
                // Whatever lies there otherwise may be the same value, read before.
                complete = false;
            }
        }

        return complete;
    }

    private async Task<bool> SetAsync(string key, byte[] value, TimeSpan timeToLive, CancellationToken cancellationToken) =>
        await _calls.TryAsync<bool?>(async db => await db.StringSetAsync(key, value, timeToLive).ConfigureAwait(false), cancellationToken).ConfigureAwait(false) == true;

    private static IEnumerable<RedisKey> ChunkKeys(string key, RedisChunks chunks) =>
        Enumerable.Range(0, chunks.Count).Select(i => (RedisKey)CacheNames.ChunkOf(key, chunks.Set, i));

    private static ReadOnlyMemory<byte> Piece(byte[] whole, int index) =>
        whole.AsMemory(index * RedisChunks.Size, Math.Min(RedisChunks.Size, whole.Length - (index * RedisChunks.Size)));
}
