using System.Diagnostics;
using Gpu.Runtime.Resilience;

namespace Gpu.Runtime.Caching;

/// <summary>
/// Keeps results by what they were computed from and by what code: in memory, and in Redis or a folder where one is given.
/// What several ask for at once is computed once, in this process and, by a lease, in all that share the store. Whatever
/// happens to the store, results come: at worst they are computed. May be called from any thread.
/// </summary>
public sealed partial class ResultCache : IAsyncDisposable
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LastPoll = TimeSpan.FromMilliseconds(200);

    // A holder that renews its lease and never ends is broken in a way that no lease can tell.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly CacheOptions _options;
    private readonly TimeProvider _time;
    private readonly CacheInstruments _instruments;
    private readonly CacheNames _names;
    private readonly MemoryLayer _memory;
    private readonly ResiliencePipelines? _ownPipelines;
    private readonly ICacheStore? _store;

    /// <summary>Makes a cache. Nothing is connected to yet.</summary>
    /// <param name="options">Where results are kept; null for memory only.</param>
    /// <param name="pipelines">How Redis is waited for; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ConfigurationError">A setting is out of its bounds; the message names it.</exception>
    public ResultCache(CacheOptions? options = null, ResiliencePipelines? pipelines = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new CacheOptions();
        string[] failures = [.. CacheCheck.Failures(_options)];
        if (failures.Length > 0)
        {
            throw new ConfigurationError(string.Join(" ", failures));
        }

        _time = timeProvider ?? TimeProvider.System;
        _instruments = new CacheInstruments((object?)pipelines ?? this);
        _names = new CacheNames(_options.Application);
        _memory = new MemoryLayer(_options, _time);
        _ownPipelines = pipelines is null && _options.Redis is not null ? new ResiliencePipelines(timeProvider: _time) : null;
        _store = _options.Redis is not null ? new RedisStore(_options, pipelines ?? _ownPipelines!, _instruments, _time)
            : _options.Folder is not null ? new FolderStore(_options, _instruments, _time)
            : null;
    }

    /// <summary>Whether anything is kept at all.</summary>
    public bool IsEnabled => _store is not null || _options.MemoryBytes > 0;

    /// <summary>The most bytes of one result.</summary>
    public long MaxValueBytes => _options.MaxValueBytes;

    /// <summary>Connects to the store, where it has to be connected to. A store that does not answer is no error; a later call tries again.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ConfigurationError">The password or the authority of Redis cannot be read.</exception>
    public Task InitializeAsync(CancellationToken cancellationToken = default) => (_store as RedisStore)?.ConnectAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Gets a result, computing it where nobody has.</summary>
    /// <param name="key">What it is computed from, and by what code.</param>
    /// <param name="codec">Its bytes. A result that writes none is handed out, but not kept.</param>
    /// <param name="timeToLive">How long it is kept, over 0.</param>
    /// <param name="create">Computes it. Its token is cancelled when all who asked have given up.</param>
    /// <param name="cancellationToken">Gives up; others who ask for the same are not disturbed.</param>
    /// <typeparam name="T">The result: immutable, because all get the same object.</typeparam>
    public async ValueTask<Cached<T>> GetOrCreateAsync<T>(CacheKey key, CacheCodec<T> codec, TimeSpan timeToLive, Func<CancellationToken, Task<T>> create, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive, TimeSpan.Zero);
        var name = _names.Of(key);
        var filling = new Filling<T>(this, name, codec, timeToLive, create, Activity.Current);
        var result = await _memory.GetOrCreateAsync(name, filling, static (filling, token) => filling.Cache.FillAsync(filling, token), timeToLive, cancellationToken).ConfigureAwait(false);
        if (!result.Kept)
        {
            await _memory.RemoveAsync(name, CancellationToken.None).ConfigureAwait(false);
        }

        var source = result.TellSource();
        _instruments.OnResult(key.Operation, source);
        return new Cached<T>((T)result.Value, source);
    }

    /// <summary>What the cache has seen since its start.</summary>
    public CacheStatistics GetStatistics() => _instruments.Read(_store?.Name ?? "none");

    /// <summary>Looks at all that lies in the store.</summary>
    /// <param name="check">Whether each value is read and its checksum compared.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OptimizationError">The store cannot be asked.</exception>
    public async Task<CacheContents> InspectAsync(bool check, CancellationToken cancellationToken = default)
    {
        var contents = new CacheContentsBuilder(_store?.Name ?? "none");
        if (_store is not null)
        {
            await foreach (var value in _store.ListAsync(check, cancellationToken).ConfigureAwait(false))
            {
                contents.Add(value);
                if (value.Sound == false)
                {
                    await _store.RemoveAsync(value.Key, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return contents.Build();
    }

    /// <summary>Forgets all results of this application, in memory and in the store. Nothing of others is touched.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many the store held.</returns>
    /// <exception cref="OptimizationError">The store cannot be asked.</exception>
    public async Task<long> ClearAsync(CancellationToken cancellationToken = default)
    {
        _memory.Clear();
        return _store is null ? 0 : await _store.ClearAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync().ConfigureAwait(false);
        if (_store is not null)
        {
            await _store.DisposeAsync().ConfigureAwait(false);
        }

        _ownPipelines?.Dispose();
        _instruments.Dispose();
    }

    private async ValueTask<CachedResult> FillAsync<T>(Filling<T> filling, CancellationToken cancellationToken)
        where T : class
    {
        // HybridCache computes beside the caller; a trace is to show it below the caller all the same.
        Activity.Current = filling.Parent;
        if (_store is null)
        {
            return await ComputeAsync(filling, cancellationToken).ConfigureAwait(false);
        }

        if (await FindAsync(filling.Name, filling.Codec, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var (late, lease) = await WaitAsync(filling, cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            return late ?? await ComputeAsync(filling, cancellationToken).ConfigureAwait(false);
        }
    }

    // Until it is our turn to compute, or the result of another is there.
    private async Task<(CachedResult? Found, IAsyncDisposable Lease)> WaitAsync<T>(Filling<T> filling, CancellationToken cancellationToken)
        where T : class
    {
        var (started, poll, waited) = (_time.GetTimestamp(), FirstPoll, false);
        while (true)
        {
            var answer = await _store!.TryLeaseAsync(filling.Name, cancellationToken).ConfigureAwait(false);
            if (!answer.HeldByAnother || _time.GetElapsedTime(started) > LongestWait)
            {
                var lease = answer.Lease ?? NoLease.Instance;
                // Its last holder may have written between our look and our lease.
                var late = answer.Lease is null ? null : await FindAsync(filling.Name, filling.Codec, cancellationToken).ConfigureAwait(false);
                if (waited && late is null)
                {
                    _instruments.OnLeaseTaken();
                }

                return (late, lease);
            }

            if (!waited)
            {
                waited = true;
                _instruments.OnLeaseWait();
            }

            await Task.Delay(poll, _time, cancellationToken).ConfigureAwait(false);
            poll = poll * 2 < LastPoll ? poll * 2 : LastPoll;
            if (await FindAsync(filling.Name, filling.Codec, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return (found, NoLease.Instance);
            }
        }
    }

    private async Task<CachedResult?> FindAsync<T>(string name, CacheCodec<T> codec, CancellationToken cancellationToken)
        where T : class
    {
        if (await _store!.ReadAsync(name, cancellationToken).ConfigureAwait(false) is not { } bytes)
        {
            return null;
        }

        try
        {
            return new CachedResult(codec.Read(bytes), bytes.Length, CacheSource.Store, kept: true);
        }
        // Whatever a reader makes of bytes that it cannot use, the answer is the same: they are of no use.
        catch (Exception)
        {
            _instruments.OnCorrupt();
            await _store.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<CachedResult> ComputeAsync<T>(Filling<T> filling, CancellationToken cancellationToken)
        where T : class
    {
        var value = await filling.Create(cancellationToken).ConfigureAwait(false);
        var bytes = filling.Codec.Write(value);
        if (!MayKeep(bytes))
        {
            return new CachedResult(value, 0, CacheSource.Computed, kept: false);
        }

        if (_store is not null)
        {
            // That the caller gave up meanwhile makes the result no worse for the next.
            await _store.WriteAsync(filling.Name, bytes, filling.TimeToLive, CancellationToken.None).ConfigureAwait(false);
        }

        return new CachedResult(value, bytes.Length, CacheSource.Computed, kept: true);
    }

    private bool MayKeep(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > 0 && bytes.Length <= _options.MaxValueBytes)
        {
            return true;
        }

        _instruments.OnTooLarge();
        return false;
    }

    private sealed record Filling<T>(ResultCache Cache, string Name, CacheCodec<T> Codec, TimeSpan TimeToLive, Func<CancellationToken, Task<T>> Create, Activity? Parent)
        where T : class;

    private sealed class NoLease : IAsyncDisposable
    {
        public static NoLease Instance { get; } = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
