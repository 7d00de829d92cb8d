using System.Collections.Concurrent;
using System.Diagnostics;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using static Gpu.Runtime.Tracing.RuntimeActivities;

namespace Gpu.Runtime.Tracing;

/// <summary>An activity for every request, a child of its caller's, and one for every batch, linked to those of its requests.</summary>
internal sealed class RequestActivities : IEngineObserver
{
    private readonly ConcurrentDictionary<long, Activity> _requests = [];
    private readonly ConcurrentDictionary<long, Activity> _batches = [];
    private readonly RecentBatches _placed = new();

    public bool FollowsRequests => true;

    public bool WantsReasons => true;

    public void OnRequestQueued(RequestQueued request)
    {
        if (!Source.HasListeners())
        {
            return;
        }

        if (Outside(() => Source.CreateActivity($"{RequestSpan} {request.Operation}", ActivityKind.Internal, Activity.Current?.Context ?? default)?.SetStartTime(request.At.UtcDateTime).Start()) is not { } activity)
        {
            return;
        }

        activity.SetTag(OperationName, request.Operation).SetTag(RequestId, request.Request).SetTag(RequestSize, request.Size).SetTag(RequestPriority, SnakeCase.Of(request.Priority.ToString())).SetTag(BatchKey, request.BatchKey);
        if (request.Tenant.Length > 0)
        {
            activity.SetTag(RequestTenant, request.Tenant);
        }

        _requests[request.Request] = activity;
    }

    public void OnBatchPlaced(BatchPlaced batch)
    {
        if (!Source.HasListeners())
        {
            return;
        }

        _placed.Put(batch);
        var tags = new ActivityTagsCollection { [DeviceId] = batch.Device, [BatchId] = batch.Batch, [BatchRequests] = batch.Requests.Count, [Considered] = PlacementReason.Of(batch) };
        foreach (var activity in Of(batch))
        {
            activity.AddEvent(new ActivityEvent(PlacedEvent, batch.At, tags));
        }
    }

    public void OnBatchStarted(BatchStarted batch)
    {
        if (_placed.Take(batch.Batch) is not { } placed)
        {
            return;
        }

        var tags = new ActivityTagsCollection { [DeviceId] = batch.Device };
        var links = new List<ActivityLink>(placed.Requests.Count);
        foreach (var activity in Of(placed))
        {
            activity.AddEvent(new ActivityEvent(StartedEvent, batch.At, tags));
            activity.SetTag(PredictedDuration, batch.Predicted.TotalSeconds);
            links.Add(new ActivityLink(activity.Context));
        }

        if (Outside(() => Source.CreateActivity($"{BatchSpan} {placed.Operation}", ActivityKind.Internal, default(ActivityContext), links: links)?.SetStartTime(batch.At.UtcDateTime).Start()) is { } run)
        {
            run.SetTag(OperationName, placed.Operation).SetTag(BatchId, batch.Batch).SetTag(BatchKey, placed.BatchKey).SetTag(BatchRequests, placed.Requests.Count).SetTag(BatchSize, placed.Size)
                .SetTag(DeviceId, batch.Device).SetTag(PredictedDuration, batch.Predicted.TotalSeconds).SetTag(Considered, PlacementReason.Of(placed)).SetTag(StolenFrom, placed.StolenFrom);
            _batches[batch.Batch] = run;
        }
    }

    public void OnBatchEnded(BatchEnded batch)
    {
        if (_batches.TryRemove(batch.Batch, out var run))
        {
            run.SetTag(RunDuration, batch.Ran.TotalSeconds);
            var failure = batch.Failure is { } kind ? SnakeCase.Of(kind.ToString()) : batch.Dropped ? "dropped" : null;
            Stop(run, batch.At, failure, batch.Reason);
        }
    }

    public void OnRequestRetried(RequestRetried request)
    {
        if (_requests.TryGetValue(request.Request, out var activity))
        {
            var tags = new ActivityTagsCollection { [DeviceId] = request.Device, [RequestAttempts] = request.Attempt, [ErrorType] = SnakeCase.Of(request.Failure.ToString()), ["exception.message"] = request.Reason };
            activity.AddEvent(new ActivityEvent(RetryEvent, request.At, tags));
        }
    }

    public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
        foreach (ref readonly var ending in requests)
        {
            if (_requests.TryRemove(ending.Item.Number, out var activity))
            {
                End(activity, RequestEnded.Of(ending, epoch));
            }
        }
    }

    public void OnDeviceChanged(DeviceChanged device)
    {
    }

    public void OnMemoryChanged(DeviceMemory memory)
    {
    }

    private static void End(Activity activity, RequestEnded request)
    {
        activity.SetTag(DeviceId, request.Device).SetTag(BatchId, request.Batch).SetTag(QueueDuration, request.Queued.TotalSeconds).SetTag(RunDuration, request.Ran.TotalSeconds).SetTag(RequestAttempts, request.Attempts);
        Stop(activity, request.At, request.Outcome == RequestOutcome.Completed ? null : SnakeCase.Of(request.Outcome.ToString()), request.Reason);
    }

    private static void Stop(Activity activity, DateTimeOffset at, string? failure, string? reason)
    {
        if (failure is not null)
        {
            activity.SetTag(ErrorType, failure).SetStatus(ActivityStatusCode.Error, reason);
        }

        Outside(() =>
        {
            activity.SetEndTime(at.UtcDateTime);
            activity.Stop();
            return activity;
        });
    }

    // Starting and stopping make an activity the thread's current one, or its parent; the caller's is to stay that.
    private static Activity? Outside(Func<Activity?> change)
    {
        var current = Activity.Current;
        try
        {
            return change();
        }
        finally
        {
            Activity.Current = current;
        }
    }

    private IEnumerable<Activity> Of(BatchPlaced batch) => batch.Requests.Select(r => _requests.GetValueOrDefault(r)).OfType<Activity>();
}
