using System.Diagnostics.Metrics;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Resilience;

public class ResiliencePipelinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Exception, int> Failures() => new()
    {
        { new IOException("broken pipe"), 3 },
        { new HttpRequestException("reset"), 3 },
        { new DeviceFailedError("lost"), 3 },
        { new QueueFullError("full"), 1 },
        { new DeadlineExceededError("late"), 1 },
        { new EngineStoppedError("stopped"), 1 },
        { new ConfigurationError("wrong"), 1 },
        { new LibraryNotAvailableError("missing"), 1 },
        { new OperationCanceledException(), 1 },
        { new ArgumentException("wrong"), 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_may_pass_is_repeated_and_overload_and_cancelled_work_never(Exception error, int attempts)
    {
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { Encoder = new DependencyOptions { MaxRetries = 2, RetryDelay = TimeSpan.Zero } });
        var tried = 0;
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => pipelines.ExecuteAsync<int>(
            Dependency.Encoder,
            _ =>
            {
                tried++;
                throw error;
            },
            Token));
        Assert.Same(error, thrown);
        Assert.Equal(attempts, tried);
        var seen = pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Encoder);
        Assert.Equal((1, 1, attempts - 1), (seen.Calls, seen.Failures, seen.Retries));
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_for_its_repetition_ends_at_once()
    {
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { Device = new DependencyOptions { MaxRetries = 5, RetryDelay = TimeSpan.FromMinutes(5) } });
        using var gives = new CancellationTokenSource();
        var (tried, started) = (0, new TaskCompletionSource());
        var call = pipelines.ExecuteAsync<int>(
            Dependency.Device,
            _ =>
            {
                tried++;
                started.SetResult();
                throw new IOException("no");
            },
            gives.Token);
        await started.Task.WaitAsync(Token);
        await gives.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, tried);
    }

    [Fact]
    public async Task The_breaker_opens_lets_one_through_after_its_pause_and_closes()
    {
        var time = new FakeTimeProvider();
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { Redis = new DependencyOptions { BreakerAttempts = 2, BreakerPause = TimeSpan.FromSeconds(2) } }, null, time);
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<IOException>(() => Fail(pipelines));
        }

        Assert.Equal(BreakerState.Open, Breaker());
        var refused = await Assert.ThrowsAsync<DependencyUnavailableError>(() => Fail(pipelines));
        Assert.Contains("Redis failed too often lately and is left alone for 2 s more. Its last error: no", refused.Message, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(2.1));
        Assert.Equal(7, await pipelines.ExecuteAsync(Dependency.Redis, static _ => Task.FromResult(7), Token));
        Assert.Equal(BreakerState.Closed, Breaker());
        Assert.Equal(1, pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Redis).Refused);

        BreakerState Breaker() => pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Redis).Breaker;
    }

    [Fact]
    public async Task The_breaker_of_one_host_leaves_the_others_alone()
    {
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { PageFetch = new DependencyOptions { BreakerAttempts = 2 } });
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<IOException>(() => pipelines.ExecuteAsync<int>(Dependency.PageFetch, "bad", static _ => throw new IOException("no"), Token));
        }

        await Assert.ThrowsAsync<DependencyUnavailableError>(() => pipelines.ExecuteAsync(Dependency.PageFetch, "bad", static _ => Task.FromResult(1), Token));
        Assert.Equal(1, await pipelines.ExecuteAsync(Dependency.PageFetch, "good", static _ => Task.FromResult(1), Token));
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_ended()
    {
        var time = new FakeTimeProvider();
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { Redis = new DependencyOptions { Timeout = TimeSpan.FromMilliseconds(250) } }, null, time);
        var started = new TaskCompletionSource();
        var call = pipelines.ExecuteAsync<int>(
            Dependency.Redis,
            async token =>
            {
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return 0;
            },
            Token);
        await started.Task.WaitAsync(Token);
        time.Advance(TimeSpan.FromMilliseconds(251));
        Assert.Equal("Redis took longer than 0.25 s.", (await Assert.ThrowsAsync<DependencyUnavailableError>(() => call)).Message);
        Assert.Equal(1, pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Redis).Timeouts);
    }

    [Fact]
    public async Task More_than_may_wait_are_refused_at_once_and_not_repeated()
    {
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { Encoder = new DependencyOptions { MaxConcurrent = 1, MaxQueued = 1, MaxRetries = 5 } });
        var go = new TaskCompletionSource<int>();
        var runs = pipelines.ExecuteAsync(Dependency.Encoder, _ => go.Task, Token);
        var waits = pipelines.ExecuteAsync(Dependency.Encoder, static _ => Task.FromResult(2), Token);
        var error = await Assert.ThrowsAsync<DependencyUnavailableError>(() => pipelines.ExecuteAsync(Dependency.Encoder, static _ => Task.FromResult(3), Token));
        Assert.Contains("refused", error.Message, StringComparison.Ordinal);
        go.SetResult(1);
        Assert.Equal((1, 2), (await runs, await waits));
        var seen = pipelines.GetStatistics().Single(static s => s.Dependency == Dependency.Encoder);
        Assert.Equal((1, 0), (seen.Refused, seen.Retries));
    }

    [Fact]
    public async Task What_happens_is_in_the_meter()
    {
        var seen = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: DependencyInstruments.MeterName, Name: "gpu.dependency.events" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            // Other tests measure at the same time, on threads of theirs.
            if (tags[0].Value is "image_fetch")
            {
                seen.Add($"{tags[0].Value} {tags[1].Value}");
            }
        });
        listener.Start();
        using var pipelines = new ResiliencePipelines(new ResilienceOptions { ImageFetch = new DependencyOptions { MaxRetries = 1, RetryDelay = TimeSpan.Zero, BreakerAttempts = 2 } });
        await Assert.ThrowsAsync<IOException>(() => pipelines.ExecuteAsync<int>(Dependency.ImageFetch, static _ => throw new IOException("no"), Token));
        Assert.Equal(["image_fetch retry", "image_fetch breaker_open", "image_fetch failure"], seen);
    }

    [Fact]
    public async Task Retry_on_failure_is_the_originals()
    {
        var tried = 0;
        var answer = await Resilient.RetryOnFailureAsync(_ => ++tried < 4 ? throw new IOException("no") : Task.FromResult(tried), delay: 0, cancellationToken: Token);
        Assert.Equal(4, answer);
        tried = 0;
        await Assert.ThrowsAsync<IOException>(() => Resilient.RetryOnFailureAsync<int>(
            _ =>
            {
                tried++;
                throw new IOException("no");
            },
            delay: 0,
            cancellationToken: Token));
        Assert.Equal(4, tried);
    }

    [Fact]
    public async Task Monitor_performance_measures_success_and_failure()
    {
        var seen = new List<(double, string)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Gpu.Runtime.Work" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => seen.Add((value, $"{tags[0].Value} {tags[1].Value}")));
        listener.Start();
        var time = new FakeTimeProvider();
        await Resilient.MonitorPerformanceAsync(
            "mine",
            _ =>
            {
                time.Advance(TimeSpan.FromSeconds(3));
                return Task.FromResult(1);
            },
            time,
            Token);
        await Assert.ThrowsAsync<IOException>(() => Resilient.MonitorPerformanceAsync<int>("mine", static _ => throw new IOException("no"), time, Token));
        Assert.Equal([(3, "mine success"), (0, "mine error")], seen);
    }

    [Fact]
    public void A_setting_out_of_its_bounds_is_named()
    {
        var error = Assert.Throws<ConfigurationError>(static () => new ResiliencePipelines(new ResilienceOptions { Redis = new DependencyOptions { Timeout = TimeSpan.Zero, BreakerRatio = 2 } }));
        Assert.Contains("Resilience.Redis.Timeout is 00:00:00; it must be 00:00:00.0010000 to 01:00:00.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Resilience.Redis.BreakerRatio is 2", error.Message, StringComparison.Ordinal);
    }

    private static Task<int> Fail(ResiliencePipelines pipelines) => pipelines.ExecuteAsync<int>(Dependency.Redis, static _ => throw new IOException("no"), Token);
}
