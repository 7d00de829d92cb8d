using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Scheduling.Core;

/// <summary>
/// Decides what runs where and when: no threads, no clock, no input or output. Events are method calls with the time at
/// which they happen; what others are to do is in <see cref="Outbox"/> afterwards. One thread at a time calls it.
/// </summary>
internal sealed partial class SchedulerCore
{
    private readonly CoreOptions _options;
    private readonly CostModel _costs;
    private readonly DateTimeOffset _epoch;
    private readonly List<CoreDevice> _devices = [];
    private bool _mayFallBack;
    private bool _paused;

    /// <summary>Starts without devices and without work.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="costs">What is known of costs; learns more.</param>
    /// <param name="epoch">The time that the clock's 0 stands for, for observers.</param>
    public SchedulerCore(CoreOptions options, CostModel costs, DateTimeOffset epoch)
    {
        (_options, _costs, _epoch) = (options, costs, epoch);
        _mayFallBack = options.MayFallBack;
    }

    /// <summary>What was decided since it was last taken out.</summary>
    public Outbox Outbox { get; private set; } = new();

    public IReadOnlyList<CoreDevice> Devices => _devices;

    public CostModel Costs => _costs;

    /// <summary>Requests that wait: for company, for their turn or for their next attempt.</summary>
    public int Waiting { get; private set; }

    /// <summary>Requests on devices.</summary>
    public int Running { get; private set; }

    /// <summary>Whether devices get no work for now.</summary>
    public bool IsPaused => _paused;

    /// <summary>What is still held of requests though none waits or runs: 0 where nothing leaks.</summary>
    public int Leftovers
    {
        get
        {
            var left = _forming.Count + _queued.Sum() + (_deadlines.First is null ? 0 : 1) + Math.Max(0, _groups.Count - GroupsKept - 1) + Math.Max(0, _tenants.Count - TenantsKept);
            left += _groups.Values.Sum(static g => g.Count) + _tenants.Values.Sum(static t => t.Active + t.Waiting.Count + t.Queued.Sum());
            return left;
        }
    }

    /// <summary>Takes out what was decided, and leaves an empty one.</summary>
    public Outbox TakeOutbox(Outbox empty)
    {
        var full = Outbox;
        Outbox = empty;
        return full;
    }

    /// <summary>Stops giving out work, or goes on. What runs is not touched.</summary>
    public void Pause(bool paused, long now)
    {
        _paused = paused;
        CallDevices(now);
    }

    /// <summary>Refuses all further requests; what waits is still done.</summary>
    public void Drain(Func<Exception> error) => _closed ??= error;

    /// <summary>Refuses all further requests, and ends what waits.</summary>
    /// <param name="error">Makes the error, one for each request.</param>
    /// <param name="now">The time.</param>
    public void Close(Func<Exception> error, long now)
    {
        (_closed, _stopped) = (error, true);
        EndWaiting(RequestOutcome.Stopped, error, now);
    }

    /// <summary>What the time brings: deadlines, second attempts, batches that wait no longer, devices that hang or may come back.</summary>
    public void Tick(long now)
    {
        EndDue(now);
        RetryDelayed(now);
        CloseFormed(now);
        RevokeHung(now);
        ProbeDue(now);
        if (_replanAt <= now)
        {
            _replanAt = long.MaxValue;
            Unsettle();
        }

        CallDevices(now);
    }

    /// <summary>When <see cref="Tick"/> is to be called at the latest; <see cref="long.MaxValue"/> for never.</summary>
    public long NextTick()
    {
        var next = Math.Min(_deadlines.Nearest, _replanAt);
        if (_delayed.TryPeek(out _, out var retry))
        {
            next = Math.Min(next, retry.At);
        }

        foreach (var group in _forming)
        {
            next = Math.Min(next, group.ClosesAt);
        }

        foreach (var device in _devices)
        {
            next = Math.Min(next, device.ProbeAt);
            if (device.Running is { Lease: LeaseState.Held, Overdue: false } batch)
            {
                next = Math.Min(next, batch.HangAt);
            }
        }

        return next;
    }

    private DateTimeOffset At(long ticks) => _epoch.AddTicks(ticks);

    private static long Ticks(double seconds) => (long)(seconds * TimeSpan.TicksPerSecond);
}
