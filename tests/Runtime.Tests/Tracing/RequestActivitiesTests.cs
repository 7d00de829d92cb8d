using System.Collections.Concurrent;
using System.Diagnostics;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Metrics;
using Gpu.Runtime.Tracing;

namespace Gpu.Runtime.Tests.Tracing;

public sealed class RequestActivitiesTests : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly RequestActivities _activities = new();

    // Numbers of this test's own: the source is the process's, and other tests' requests come by too.
    private readonly long _first = Random.Shared.NextInt64(1L << 40, 1L << 50);

    public RequestActivitiesTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == RuntimeActivities.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public void A_request_is_a_child_of_its_caller_and_a_batch_links_to_its_requests()
    {
        using var caller = new Activity("caller").Start();
        _activities.OnRequestQueued(Events.Queued(_first));
        _activities.OnRequestQueued(Events.Queued(_first + 1));
        Assert.Same(caller, Activity.Current);
        _activities.OnBatchPlaced(Events.Placed(_first, "cuda:0", 1, _first, _first + 1));
        _activities.OnBatchStarted(Events.Started(_first, "cuda:0", 3));
        _activities.OnRequestRetried(new RequestRetried(_first + 1, Events.At(5), 2, "cuda:0", BatchFailure.Device, "odd", Events.At(6)));
        _activities.OnBatchEnded(Events.Ended(_first, "cuda:0", 7, count: 2));
        _activities.OnRequestsEnded([Events.Done(_first, 7, device: "cuda:0", batch: _first)], Events.Start);
        _activities.OnRequestsEnded([Events.Done(_first + 1, 9, RequestOutcome.Poisoned, attempts: 3)], Events.Start);
        Assert.Same(caller, Activity.Current);

        var request = Ended("gpu.request.id", _first);
        Assert.Equal(("gpu.request score", caller.SpanId, TimeSpan.FromMilliseconds(7)), (request.OperationName, request.ParentSpanId, request.Duration));
        Assert.Equal("cuda:0", request.GetTagItem("gpu.device.id"));
        Assert.Equal((0.002, 0.004, 0.003), (request.GetTagItem("gpu.run.predicted"), request.GetTagItem("gpu.run.duration"), request.GetTagItem("gpu.queue.duration")));
        Assert.Equal(["gpu.placed", "gpu.started"], request.Events.Select(static e => e.Name));
        Assert.Contains("cuda:0 ends in 2 ms", (string)request.Events.First().Tags.Single(static t => t.Key == "gpu.placement.considered").Value!, StringComparison.Ordinal);

        var poisoned = Ended("gpu.request.id", _first + 1);
        Assert.Equal((ActivityStatusCode.Error, "why", "poisoned"), (poisoned.Status, poisoned.StatusDescription, poisoned.GetTagItem("error.type")));
        Assert.Equal("gpu.retry", poisoned.Events.Last().Name);

        var batch = Ended("gpu.batch.id", _first, "gpu.batch score");
        Assert.Equal([request.SpanId, poisoned.SpanId], batch.Links.Select(static l => l.Context.SpanId));
        Assert.Equal(TimeSpan.FromMilliseconds(4), batch.Duration);
    }

    [Fact]
    public void Without_a_listener_nothing_is_made()
    {
        _listener.Dispose();
        _activities.OnRequestQueued(Events.Queued(_first));
        _activities.OnRequestsEnded([Events.Done(_first, 7)], Events.Start);
        Assert.DoesNotContain(_ended, a => Equals(a.GetTagItem("gpu.request.id"), _first));
    }

    public void Dispose() => _listener.Dispose();

    private Activity Ended(string tag, long value, string? name = null) => _ended.Single(a => Equals(a.GetTagItem(tag), value) && a.OperationName == (name ?? "gpu.request score"));
}
