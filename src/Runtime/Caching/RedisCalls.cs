using Gpu.Runtime.Resilience;
using StackExchange.Redis;

namespace Gpu.Runtime.Caching;

/// <summary>Calls Redis through its pipeline. What goes wrong is counted, and gives null.</summary>
internal sealed class RedisCalls(RedisConnection connection, int database, ResiliencePipelines pipelines, CacheInstruments instruments, string endpoint)
{
    /// <summary>Makes a call; null where Redis could not do it.</summary>
    public async Task<T?> TryAsync<T>(Func<IDatabase, Task<T?>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("OOM", StringComparison.Ordinal))
        {
            instruments.OnFull();
            return default;
        }
        catch (RedisServerException e) when (e.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            // Another program keeps something else under a key of ours.
            instruments.OnCorrupt();
            return default;
        }
        catch (Exception e) when (IsKnown(e) && !cancellationToken.IsCancellationRequested)
        {
            instruments.OnError(connection.Describe(e));
            return default;
        }
    }

    /// <summary>Makes a call for somebody who has asked for it by name, and is to be told why it fails.</summary>
    /// <exception cref="OptimizationError">Redis could not do it.</exception>
    public async Task<T> DemandAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsKnown(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new LibraryNotAvailableError(connection.Describe(e), e);
        }
    }

    /// <summary>The servers that can be asked for their keys.</summary>
    /// <exception cref="LibraryNotAvailableError">None answers.</exception>
    public async Task<IReadOnlyList<IServer>> ServersAsync(CancellationToken cancellationToken)
    {
        // A server that cannot be used says why when it is called.
        await DemandAsync(static async db => await db.PingAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var servers = (await connection.GetAsync(cancellationToken).ConfigureAwait(false)).GetServers().Where(static s => s is { IsConnected: true, IsReplica: false }).ToArray();
        return servers.Length > 0 ? servers : throw new LibraryNotAvailableError(connection.Problem ?? $"Redis at {endpoint} does not answer.");
    }

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellationToken)
    {
        // Connecting has a timeout of its own, and is no call.
        var redis = await connection.GetAsync(cancellationToken).ConfigureAwait(false);
        // The library's calls take no token: a timeout leaves the call behind, to end by itself.
        return await pipelines.ExecuteAsync(Dependency.Redis, token => call(redis.GetDatabase(database)).WaitAsync(token), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsKnown(Exception error) =>
        error is RedisException or RedisTimeoutException or DependencyUnavailableError or ObjectDisposedException or OperationCanceledException or InvalidOperationException;
}
