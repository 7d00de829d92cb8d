using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <summary>The observers of an engine. Nothing is made for them while there is none.</summary>
internal sealed partial class EngineObservers(ILogger logger, IEnumerable<IEngineObserver> first)
{
    private ImmutableArray<IEngineObserver> _all = [.. first];

    /// <summary>Whether anybody observes.</summary>
    public bool Any => !_all.IsEmpty;

    /// <summary>Adds an observer until the result is disposed.</summary>
    public IDisposable Add(IEngineObserver observer)
    {
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), observer);
        return new Subscription(this, observer);
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
                LogFailed(logger, observer.GetType().Name, e);
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
            case RequestEnded over:
                observer.OnRequestEnded(over);
                break;
            case DeviceChanged changed:
                observer.OnDeviceChanged(changed);
                break;
            case DeviceMemory memory:
                observer.OnMemoryChanged(memory);
                break;
        }
    }

    private sealed class Subscription(EngineObservers owner, IEngineObserver observer) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref owner._all, static (all, one) => all.Remove(one), observer);
    }

    [LoggerMessage(201, LogLevel.Error, "The observer {Observer} failed")]
    private static partial void LogFailed(ILogger logger, string observer, Exception cause);
}
