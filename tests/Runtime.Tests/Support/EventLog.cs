using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Keeps what an engine tells its observers, and waits for it.</summary>
internal sealed class EventLog : IEngineObserver
{
    private readonly List<object> _all = [];
    private readonly List<(Func<object, bool> Wanted, TaskCompletionSource<object> Come)> _waiting = [];

    public IReadOnlyList<object> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public bool FollowsRequests => true;

    public bool WantsReasons => true;

    /// <summary>Completes at the first event so far or to come that is wanted.</summary>
    public async Task<TEvent> FirstAsync<TEvent>(Func<TEvent, bool> wanted)
        where TEvent : notnull
    {
        bool IsWanted(object told) => told is TEvent one && wanted(one);
        TaskCompletionSource<object> come;
        lock (_all)
        {
            if (_all.Find(IsWanted) is { } found)
            {
                return (TEvent)found;
            }

            come = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((IsWanted, come));
        }

        return (TEvent)await come.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public void OnRequestQueued(RequestQueued request) => Add(request);

    public void OnBatchPlaced(BatchPlaced batch) => Add(batch);

    public void OnBatchStarted(BatchStarted batch) => Add(batch);

    public void OnBatchEnded(BatchEnded batch) => Add(batch);

    public void OnRequestRetried(RequestRetried request) => Add(request);

    public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
        foreach (ref readonly var request in requests)
        {
            Add(RequestEnded.Of(request, epoch));
        }
    }

    public void OnDeviceChanged(DeviceChanged device) => Add(device);

    public void OnMemoryChanged(DeviceMemory memory) => Add(memory);

    private void Add(object told)
    {
        lock (_all)
        {
            _all.Add(told);
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                if (_waiting[i].Wanted(told))
                {
                    _waiting[i].Come.SetResult(told);
                    _waiting.RemoveAt(i);
                }
            }
        }
    }
}
