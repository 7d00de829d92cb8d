using System.Collections.Immutable;
using Gpu.Runtime.Scheduling.Core;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <summary>The observers of an engine. Nothing is made for them while there is none.</summary>
internal sealed partial class EngineObservers
{
    private readonly ILogger _logger;
    private ImmutableArray<IEngineObserver> _all;
    private volatile int _followers;

    public EngineObservers(ILogger logger, IEnumerable<IEngineObserver> first)
    {
        (_logger, _all) = (logger, [.. first]);
        _followers = _all.Count(static o => o.FollowsRequests);
    }

    /// <summary>Whether anybody observes.</summary>
    public bool Any => !_all.IsEmpty;

    /// <summary>Whether anybody is to hear of each request that is queued.</summary>
    public bool FollowRequests => _followers > 0;

    /// <summary>Whether anybody is to hear why batches are placed where they are.</summary>
    public bool WantReasons
    {
        get
        {
            foreach (var observer in _all)
            {
                if (observer.WantsReasons)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Adds an observer until the result is disposed.</summary>
    public IDisposable Add(IEngineObserver observer)
    {
        var follows = observer.FollowsRequests ? 1 : 0;
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), observer);
        Interlocked.Add(ref _followers, follows);
        return new Subscription(this, observer, follows);
    }

    /// <summary>Tells all of them.</summary>
    public void Tell(object what)
    {
        foreach (var observer in _all)
        {
            try
            {
                Tell(observer, what);
            }
            // An observer's failure is its own: the work goes on, and the log says so.
            catch (Exception e)
            {
                LogFailed(_logger, observer.GetType().Name, e);
            }
        }
    }

    /// <summary>Tells all of them of requests that are over.</summary>
    public void TellEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
        foreach (var observer in _all)
        {
            try
            {
                observer.OnRequestsEnded(requests, epoch);
            }
            // As above.
            catch (Exception e)
            {
                LogFailed(_logger, observer.GetType().Name, e);
            }
        }
    }

    private static void Tell(IEngineObserver observer, object what)
    {
        switch (what)
        {
            case RequestQueued queued:
                observer.OnRequestQueued(queued);
                break;
            case BatchPlaced placed:
                observer.OnBatchPlaced(placed);
                break;
            case BatchStarted started:
                observer.OnBatchStarted(started);
                break;
            case BatchEnded ended:
                observer.OnBatchEnded(ended);
                break;
            case RequestRetried retried:
                observer.OnRequestRetried(retried);
                break;
            case DeviceChanged changed:
                observer.OnDeviceChanged(changed);
                break;
            case DeviceMemory memory:
                observer.OnMemoryChanged(memory);
                break;
        }
    }

    private sealed class Subscription(EngineObservers owner, IEngineObserver observer, int follows) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                ImmutableInterlocked.Update(ref owner._all, static (all, one) => all.Remove(one), observer);
                Interlocked.Add(ref owner._followers, -follows);
            }
        }
    }

    [LoggerMessage(201, LogLevel.Error, "The observer {Observer} failed")]
    private static partial void LogFailed(ILogger logger, string observer, Exception cause);
}
