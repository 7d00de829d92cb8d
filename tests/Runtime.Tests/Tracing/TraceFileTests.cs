using System.Diagnostics;
using System.Text.Json;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Metrics;
using Gpu.Runtime.Tests.Support;
using Gpu.Runtime.Tracing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Tracing;

public sealed class TraceFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "trace.json");

    [Fact]
    public async Task A_request_is_traced_from_the_queue_to_its_end_with_its_batch_and_the_reason_of_its_place()
    {
        var trace = await TraceAsync(static requests =>
        {
            requests.OnRequestQueued(Events.Queued(1, 0, waiting: 7));
            requests.OnBatchPlaced(Events.Placed(4, "cuda:0", 2, 1, 2));
            requests.OnBatchStarted(Events.Started(4, "cuda:0", 3));
            requests.OnMemoryChanged(new DeviceMemory("cuda:0", Events.At(7), 200, 100, 40, 10));
            requests.OnBatchEnded(Events.Ended(4, "cuda:0", 7, count: 2));
            requests.OnRequestsEnded([Events.Done(1, 7, device: "cuda:0", batch: 4)], Events.Start);
        });

        var batch = Assert.Single(trace, static e => Phase(e) == "X");
        Assert.Equal(("score", 3000, 4000), (Name(batch), Number(batch, "ts"), Number(batch, "dur")));
        var args = batch.GetProperty("args");
        Assert.Equal((4, 2, 2, 4), (Number(args, "batch"), Number(args, "requests"), Number(args, "predicted ms"), Number(args, "measured ms")));
        Assert.Equal("1 2", args.GetProperty("request numbers").GetString());
        Assert.Equal("cuda:0 ends in 2 ms (starts in 0 ms, moves data 0.5 ms); other has too few samples", args.GetProperty("placed because").GetString());
        Assert.Equal("cuda:0", Track(trace, batch));

        Assert.Equal(
            ["score b 0", "queued b 0", "queued e 3000", "on cuda:0 b 3000", "on cuda:0 e 7000", "score e 7000"],
            trace.Where(static e => e.TryGetProperty("cat", out var c) && c.GetString() == "request").Select(static e => $"{Name(e)} {Phase(e)} {Number(e, "ts")}"));
        Assert.Equal(["waiting requests", "cuda:0 pool bytes"], trace.Where(static e => Phase(e) == "C").Select(Name));
        Assert.Equal(60, Number(trace.Single(static e => Name(e) == "cuda:0 pool bytes").GetProperty("args"), "free"));
    }

    [Fact]
    public async Task Failures_retries_and_states_are_in_it()
    {
        var trace = await TraceAsync(static requests =>
        {
            requests.OnBatchEnded(Events.Ended(4, "cuda:0", 7, failure: BatchFailure.Lost));
            requests.OnRequestRetried(new RequestRetried(1, Events.At(7), 2, "cuda:0", BatchFailure.Lost, "gone", Events.At(9)));
            requests.OnDeviceChanged(new DeviceChanged("cuda:0", Events.At(8), DeviceState.Quarantined, "it was lost"));
            requests.OnRequestsEnded([Events.Done(1, 9, RequestOutcome.Poisoned, attempts: 3)], Events.Start);
            requests.OnRequestsEnded([Events.Done(2, 9, RequestOutcome.Cancelled, device: null, batch: 0)], Events.Start);
        });
        Assert.Equal("lost", trace.Single(static e => Phase(e) == "X").GetProperty("args").GetProperty("failure").GetString());
        Assert.Equal("gone", trace.Single(static e => Name(e) == "retry").GetProperty("args").GetProperty("reason").GetString());
        Assert.Equal("it was lost", trace.Single(static e => Name(e) == "quarantined").GetProperty("args").GetProperty("reason").GetString());
        Assert.Equal(["poisoned", "cancelled"], trace.Where(static e => Name(e) == "score" && Phase(e) == "b").Select(static e => e.GetProperty("args").GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Activities_of_ours_become_stages_and_those_of_others_do_not()
    {
        using var ours = new ActivitySource("Gpu.Tests.Stages");
        using var others = new ActivitySource("Other");
        var trace = await TraceAsync(_ =>
        {
            using var whole = ours.StartActivity("workflow");
            whole!.SetTag("workflow.id", "w1");
            using (var stage = ours.StartActivity("extracting"))
            {
                stage!.SetStatus(ActivityStatusCode.Error, "no page");
            }

            Assert.Null(others.StartActivity("nothing"));
        }, TimeProvider.System);
        var stages = trace.Where(static e => Phase(e) == "X").ToArray();
        Assert.Equal(["extracting", "workflow"], stages.Select(Name));
        Assert.Equal("no page", stages[0].GetProperty("args").GetProperty("error").GetString());
        Assert.Equal("w1", stages[1].GetProperty("args").GetProperty("workflow.id").GetString());
        Assert.Equal(Number(stages[0], "tid"), Number(stages[1], "tid"));
    }

    [Fact]
    public async Task Of_very_many_requests_some_are_left_out_and_it_says_how_many_but_no_failure_is()
    {
        const int Many = TraceRequests.MostASecond + 100;
        var trace = await TraceAsync(static requests =>
        {
            for (var i = 1; i <= Many; i++)
            {
                requests.OnRequestsEnded([Events.Done(i, 10)], Events.Start);
            }

            requests.OnRequestsEnded([Events.Done(Many + 1, 10, RequestOutcome.Failed)], Events.Start);
        });
        Assert.Equal(TraceRequests.MostASecond + 1, trace.Count(static e => Name(e) == "score" && Phase(e) == "b"));
        Assert.Equal(100, Number(trace.Single(static e => Name(e) == "trace.end").GetProperty("args"), "events left out"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        var path = Path.Combine(_folder.Path, "none", "trace.json");
        var error = Assert.Throws<ConfigurationError>(() => TraceFile.Create(path, TimeProvider.System, NullLogger.Instance));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Name(JsonElement e) => e.GetProperty("name").GetString()!;

    private static string Phase(JsonElement e) => e.GetProperty("ph").GetString()!;

    private static double Number(JsonElement e, string name) => e.GetProperty(name).GetDouble();

    private static string Track(JsonElement[] trace, JsonElement e) => trace.Single(m => Name(m) == "thread_name" && Number(m, "pid") == Number(e, "pid") && Number(m, "tid") == Number(e, "tid")).GetProperty("args").GetProperty("name").GetString()!;

    private async Task<JsonElement[]> TraceAsync(Action<TraceRequests> act, TimeProvider? time = null)
    {
        await using (var trace = TraceFile.Create(File, time ?? new FakeTimeProvider(Events.Start), NullLogger.Instance))
        {
            act(trace.Requests);
        }

        using var json = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
        var events = json.RootElement.EnumerateArray().Select(static e => e.Clone()).ToArray();
        Assert.All(events, static e =>
        {
            Assert.Contains(Phase(e), new[] { "M", "X", "b", "e", "i", "C" });
            Assert.True(e.TryGetProperty("pid", out _) && e.TryGetProperty("tid", out _) && e.TryGetProperty("ts", out _));
        });
        return events;
    }
}
