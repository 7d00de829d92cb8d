using Gpu.Runtime.Metrics;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tests.Metrics;

public class SchedulerMetricsTests
{
    private readonly MetricSet _set = new();
    private readonly SchedulerMetrics _metrics;

    public SchedulerMetricsTests() => _metrics = new SchedulerMetrics(_set, static id => id == "cpu");

    [Fact]
    public async Task Requests_are_counted_by_outcome_and_timed_where_they_completed()
    {
        _metrics.OnRequestsEnded([Events.Done(1, 10)], Events.Start);
        _metrics.OnRequestsEnded([Events.Done(2, 10, queued: 20)], Events.Start);
        foreach (var outcome in Enum.GetValues<RequestOutcome>().Where(static o => o != RequestOutcome.Completed))
        {
            _metrics.OnRequestsEnded([Events.Done(3, 10, outcome)], Events.Start);
        }

        var scraped = await MetricsOn.ReadAsync(_set);
        Assert.Equal(2, scraped["gpu_requests_total{operation=\"score\",outcome=\"completed\"}"]);
        Assert.Equal(1, scraped["gpu_requests_total{operation=\"score\",outcome=\"cancelled\"}"]);
        Assert.Equal(3, scraped["gpu_requests_total{operation=\"score\",outcome=\"refused\"}"]);
        Assert.Equal(3, scraped["gpu_requests_total{operation=\"score\",outcome=\"failed\"}"]);
        string[] reasons = ["cancelled", "queue_full", "deadline_exceeded", "failed", "device_failed", "poisoned", "stopped"];
        Assert.All(reasons, reason => Assert.Equal(1, scraped[$"gpu_request_failures_total{{operation=\"score\",reason=\"{reason}\"}}"]));
        Assert.Equal(1, scraped["gpu_queue_duration_seconds_bucket{operation=\"score\",le=\"0.005\"}"]);
        Assert.Equal(2, scraped["gpu_queue_duration_seconds_bucket{operation=\"score\",le=\"0.025\"}"]);
        Assert.Equal(0.007 + 0.024, scraped["gpu_request_duration_seconds_sum{operation=\"score\"}"], 9);
        Assert.Equal(2, scraped["optimization_requests_total{optimizer=\"scheduler\",status=\"success\"}"]);
        Assert.Equal(7, scraped["optimization_requests_total{optimizer=\"scheduler\",status=\"error\"}"]);
        Assert.Equal(2, scraped["optimization_duration_seconds_count{optimizer=\"scheduler\"}"]);
    }

    [Fact]
    public async Task Batches_are_counted_with_size_time_bytes_and_how_wrong_the_prediction_was()
    {
        _metrics.OnBatchEnded(Events.Ended(1, "cuda:0", 10, count: 6));
        _metrics.OnBatchEnded(Events.Ended(2, "cuda:0", 10, predicted: 0));
        _metrics.OnBatchEnded(Events.Ended(3, "cuda:0", 10, failure: BatchFailure.OutOfMemory));
        _metrics.OnBatchEnded(Events.Ended(4, "cuda:0", 10, dropped: true));
        var scraped = await MetricsOn.ReadAsync(_set);
        Assert.Equal(7, scraped["gpu_batch_requests_sum{operation=\"score\",device=\"cuda:0\"}"]);
        Assert.Equal(2, scraped["gpu_compute_duration_seconds_count{operation=\"score\",device=\"cuda:0\"}"]);
        Assert.Equal(2, scraped["gpu_prediction_ratio_sum{operation=\"score\",device=\"cuda:0\"}"]);
        Assert.Equal(1, scraped["gpu_prediction_ratio_count{operation=\"score\",device=\"cuda:0\"}"]);
        Assert.Equal(200, scraped["gpu_transfer_bytes_total{device=\"cuda:0\",direction=\"in\"}"]);
        Assert.Equal(100, scraped["gpu_transfer_bytes_total{device=\"cuda:0\",direction=\"out\"}"]);
        Assert.Equal(1, scraped["gpu_batch_failures_total{operation=\"score\",device=\"cuda:0\",reason=\"out_of_memory\"}"]);
        Assert.Equal(1, scraped["gpu_batch_failures_total{operation=\"score\",device=\"cuda:0\",reason=\"dropped\"}"]);
        Assert.Equal(2, scraped["optimization_requests_total{optimizer=\"kernels\",status=\"success\"}"]);
    }

    [Fact]
    public async Task Retries_fallbacks_steals_and_quarantines_are_counted()
    {
        _metrics.OnRequestRetried(new RequestRetried(1, Events.Start, 2, "cuda:0", BatchFailure.Lost, "gone", Events.Start));
        _metrics.OnRequestsEnded([Events.Done(1, 9, attempts: 2)], Events.Start);
        _metrics.OnRequestsEnded([Events.Done(2, 9, attempts: 2, device: "cuda:1")], Events.Start);
        _metrics.OnRequestsEnded([Events.Done(3, 9)], Events.Start);
        _metrics.OnBatchPlaced(Events.Placed(1, "cpu", 0, 1) with { StolenFrom = "cuda:0" });
        _metrics.OnBatchPlaced(Events.Placed(2, "cpu", 0, 1));
        _metrics.OnDeviceChanged(new DeviceChanged("cuda:0", Events.Start, DeviceState.Quarantined, "failed"));
        _metrics.OnDeviceChanged(new DeviceChanged("cuda:0", Events.Start, DeviceState.InUse, "back"));
        var scraped = await MetricsOn.ReadAsync(_set);
        Assert.Equal(1, scraped["gpu_retries_total{device=\"cuda:0\",reason=\"lost\"}"]);
        Assert.Equal(1, scraped["gpu_fallbacks_total{operation=\"score\"}"]);
        Assert.Equal(1, scraped["gpu_batches_stolen_total{device=\"cpu\"}"]);
        Assert.Equal(1, scraped["gpu_device_quarantines_total{device=\"cuda:0\"}"]);
    }

    [Fact]
    public async Task Names_that_a_host_makes_up_do_not_grow_the_metrics_without_bound()
    {
        for (var i = 0; i < 1000; i++)
        {
            _metrics.OnRequestsEnded([Events.Done(i + 1, 1, operation: $"made up {i}")], Events.Start);
        }

        var counted = (await MetricsOn.ReadAsync(_set)).Values.Where(static v => v.Key.StartsWith("gpu_requests_total", StringComparison.Ordinal)).ToArray();
        Assert.InRange(counted.Length, 100, 201);
        Assert.Equal(1000, counted.Sum(static v => v.Value));
    }
}
