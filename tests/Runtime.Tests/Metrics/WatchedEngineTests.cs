using System.Text.Json;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>The real engine, watched.</summary>
public sealed class WatchedEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Metrics_and_trace_tell_of_each_request_what_became_of_it()
    {
        const int Good = 200;
        var file = Path.Combine(_folder.Path, "trace.json");
        var settings = new GpuRuntimeOptions { Device = DeviceSelection.Cpu, Workers = 2, MetricsPort = MetricsOn.Port(), WarmKernels = false, TraceFile = file };
        await using (var manager = OptimizationManager.Create(settings))
        {
            await manager.InitializeAllAsync(Token);
            var endpoint = new Uri(manager.GetStatus().Single(static p => p.Name == OptimizerNames.Metrics).Details["address"]);
            var to = new int[Good];
            await Task.WhenAll(Enumerable.Range(0, Good).Select(i => manager.Engine!.RunAsync(new AddWork(new[] { i }, to.AsMemory(i, 1), 1), cancellationToken: Token)));
            await Assert.ThrowsAnyAsync<OptimizationError>(() => manager.Engine!.RunAsync(new HostWork(static _ => throw new InvalidOperationException("bad work")), cancellationToken: Token));

            // The device is at work: it shows as such.
            Scraped during;
            using (var gate = await Gate.HoldAsync(manager.Engine!))
            {
                var waiting = manager.Engine!.RunAsync(new AddWork(new[] { 1 }, to.AsMemory(0, 1), 1), cancellationToken: Token);
                during = await Scraped.OfAsync(new Uri(endpoint, "/"));
                Assert.Equal("cpu", Assert.Single(manager.Snapshot().Devices).Id);
                gate.Open();
                await waiting;
            }

            Assert.Equal(1, during["gpu_requests_pending"]);
            Assert.Equal(1, during["gpu_requests_running{device=\"cpu\"}"]);
            var after = await Scraped.OfAsync(new Uri(endpoint, "/"));
            Assert.Equal(0, after["gpu_requests_pending"]);
            Assert.Equal(Good + 1, after["gpu_requests_total{operation=\"test.add\",outcome=\"completed\"}"]);
            Assert.Equal(Good + 1, after["gpu_queue_duration_seconds_count{operation=\"test.add\"}"]);
            Assert.Equal(Good + 1, after["gpu_batch_requests_sum{operation=\"test.add\",device=\"cpu\"}"]);
            Assert.Equal(1, after.Values.Where(static v => v.Key.StartsWith("gpu_request_failures_total", StringComparison.Ordinal)).Sum(static v => v.Value));
            Assert.True(after["gpu_device_busy_seconds_total{device=\"cpu\"}"] > 0);
            Assert.True(after["gpu_pool_bytes{device=\"cpu\",state=\"free\"}"] > 0);
            Assert.Equal(Good + 2, after["optimization_requests_total{optimizer=\"scheduler\",status=\"success\"}"]);
        }

        using var trace = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Token));
        var events = trace.RootElement.EnumerateArray().ToArray();
        var requests = events.Where(static e => e.GetProperty("ph").GetString() == "b" && e.GetProperty("name").GetString() == "test.add").ToArray();
        Assert.Equal(Good + 1, requests.Select(static r => r.GetProperty("id").GetInt64()).Distinct().Count());
        // Stages of tests beside this one come by too: the listener is the process's.
        var batches = events.Where(static e => e.GetProperty("ph").GetString() == "X" && e.GetProperty("pid").GetInt32() == 2).ToDictionary(static e => e.GetProperty("args").GetProperty("batch").GetInt64());
        Assert.All(requests, r =>
        {
            var batch = batches[r.GetProperty("args").GetProperty("batch").GetInt64()].GetProperty("args");
            Assert.Contains(r.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), batch.GetProperty("request numbers").GetString()!.Split(' '));
            Assert.Contains("cpu", batch.GetProperty("placed because").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_cancelled_request_waits_no_more()
    {
        var settings = new GpuRuntimeOptions { Device = DeviceSelection.Cpu, MetricsPort = 0, WarmKernels = false };
        await using var manager = OptimizationManager.Create(settings);
        await manager.InitializeAllAsync(Token);
        using var cancel = new CancellationTokenSource();
        using (var gate = await Gate.HoldAsync(manager.Engine!))
        {
            var cancelled = manager.Engine!.RunAsync(new AddWork(new[] { 1 }, new int[1], 1), cancellationToken: cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
            gate.Open();
            await gate.Work;
        }

        Assert.Equal(0, manager.Snapshot().Pending);
        Assert.True(manager.Snapshot().Ready);
    }
}
