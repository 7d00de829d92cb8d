using StackExchange.Redis;

namespace Gpu.Runtime.Caching;

/// <summary>
/// The right to compute, held by a key with a random token that dies by itself. Renewed while it is held; what happens
/// to the key in Redis never harms the result, at worst two compute it.
/// </summary>
internal sealed class RedisLease : IAsyncDisposable
{
    private const string Renewal = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end";
    private const string Release = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

    private readonly CancellationTokenSource _released = new();
    private readonly RedisCalls _calls;
    private readonly string _key;
    private readonly string _token;
    private readonly TimeSpan _time;
    private readonly Task _renewing;

    private RedisLease(RedisCalls calls, string key, string token, TimeSpan time, TimeProvider clock)
    {
        (_calls, _key, _token, _time) = (calls, key, token, time);
        _renewing = RenewAsync(clock);
    }

    /// <summary>Asks for the right.</summary>
    public static async Task<LeaseAnswer> TryTakeAsync(RedisCalls calls, string key, TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString("N");
        var answer = await calls.TryAsync<bool?>(async db => await db.StringSetAsync(key, token, time, When.NotExists).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return new LeaseAnswer(answer == true ? new RedisLease(calls, key, token, time, clock) : null, answer == false);
    }

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        await _calls.TryAsync<RedisResult>(async db => await db.ScriptEvaluateAsync(Release, [_key], [_token]).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        _released.Dispose();
    }

    private async Task RenewAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(_time / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_released.Token).ConfigureAwait(false))
            {
                await _calls.TryAsync<RedisResult>(async db => await db.ScriptEvaluateAsync(Renewal, [_key], [_token, (long)_time.TotalMilliseconds]).ConfigureAwait(false), _released.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // It is given back.
        }
    }
}
