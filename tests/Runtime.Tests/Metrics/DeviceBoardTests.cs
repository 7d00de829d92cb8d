using Gpu.Runtime.Devices;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Metrics.Nvidia;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Metrics;

public class DeviceBoardTests
{
    private static readonly DeviceInfo Gpu = new() { Id = "cuda:0", Name = "A GPU", Kind = DeviceKind.Cuda, MemoryBytes = 1000, Cores = 8, Driver = "CUDA", InUse = true, BusId = "0000:01:00.0" };
    private static readonly DeviceInfo Other = Gpu with { Id = "cuda:1", BusId = "0000:02:00.0" };

    private readonly FakeTimeProvider _time = new();
    private readonly DeviceBoard _board;

    public DeviceBoardTests() => _board = new DeviceBoard(_time);

    [Fact]
    public void It_follows_batches_from_their_place_to_their_end()
    {
        _board.OnBatchPlaced(Events.Placed(1, "cuda:0", 0, 1, 2));
        Assert.Equal((1, null), (Read().Queued, Read().Running));
        _board.OnBatchStarted(Events.Started(1, "cuda:0", 0));
        Assert.Equal((0, "score", 2), (Read().Queued, Read().Running, Read().RunningRequests));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((3, 3), (Read().RunningSeconds, Read().BusySeconds));
        _board.OnBatchEnded(Events.Ended(1, "cuda:0", 3000, count: 2, ran: 3000));
        Assert.Equal((null, 1L, 2L, 3), (Read().Running, Read().Batches, Read().Requests, Read().BusySeconds));
    }

    [Fact]
    public void A_stolen_batch_waits_for_its_thief_only()
    {
        _board.OnBatchPlaced(Events.Placed(7, "cuda:0", 0, 1));
        _board.OnBatchPlaced(Events.Placed(7, "cuda:1", 0, 1) with { StolenFrom = "cuda:0" });
        Assert.Equal([0, 1], _board.Read([Gpu, Other], null).Select(static d => d.Queued));
    }

    [Fact]
    public void Batches_that_never_begin_do_not_stay_for_ever()
    {
        for (var i = 1; i <= 100_000; i++)
        {
            _board.OnBatchPlaced(Events.Placed(i, "cuda:0", 0, i));
        }

        Assert.InRange(Read().Queued, 1, 1024);
    }

    [Fact]
    public void Utilisation_is_the_busy_share_of_the_last_second()
    {
        Assert.Equal(0, Read().Utilisation);
        for (var i = 1; i <= 20; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.2));
            _board.OnBatchEnded(Events.Ended(i, "cuda:0", 0, ran: 50));
            _ = Read();
        }

        Assert.Equal(0.25, Read().Utilisation!.Value, 3);
        for (var i = 0; i < 6; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.2));
            _ = Read();
        }

        Assert.Equal(0, Read().Utilisation!.Value, 3);
    }

    [Fact]
    public void A_device_s_state_comes_with_its_reason()
    {
        Assert.Equal(("in_use", null), (Read().State, Read().Reason));
        _board.OnDeviceChanged(new DeviceChanged("cuda:0", Events.Start, DeviceState.Quarantined, "two launches failed"));
        Assert.Equal(("quarantined", "two launches failed"), (Read().State, Read().Reason));
        Assert.Equal(("refused", "too old"), _board.Read([Other with { InUse = false, Refusal = "too old" }], null).Select(static d => (d.State, d.Reason)).Single());
    }

    [Fact]
    public async Task What_a_GPU_does_not_tell_is_left_out()
    {
        await using var metrics = new RuntimeMetrics(_time, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, null, static () => new Sensors());
        metrics.Devices = static () => [Gpu, Other, Gpu with { Id = "cuda:2", InUse = false, Refusal = "too old", BusId = null }];
        metrics.Start("127.0.0.1", 0);
        var scraped = await MetricsOn.ReadAsync(metrics.Set);
        Assert.Equal(0.75, scraped["gpu_device_utilization_ratio{device=\"cuda:0\"}"]);
        Assert.Equal(600, scraped["gpu_device_memory_used_bytes{device=\"cuda:0\"}"]);
        Assert.Equal(250, scraped["gpu_device_power_watts{device=\"cuda:0\"}"]);
        // It cannot be asked at all: its own time is known, and its memory from the driver.
        Assert.Equal(0, scraped["gpu_device_utilization_ratio{device=\"cuda:1\"}"]);
        Assert.Equal(1000, scraped["gpu_device_memory_total_bytes{device=\"cuda:1\"}"]);
        string[] absent = ["gpu_device_temperature_celsius{device=\"cuda:0\"}", "gpu_device_power_watts{device=\"cuda:1\"}", "gpu_device_memory_used_bytes{device=\"cuda:1\"}", "gpu_device_utilization_ratio{device=\"cuda:2\"}"];
        Assert.All(absent, series => Assert.DoesNotContain(series, scraped.Values.Keys));
        Assert.Equal(1, scraped["gpu_device_state{device=\"cuda:2\",state=\"refused\"}"]);
    }

    [Fact]
    public void Nvml_is_used_where_the_driver_is_and_missed_by_nobody()
    {
        using var sensors = NvmlSensors.TryOpen();
        if (NvmlLibrary.IsPresent)
        {
            Assert.All(CudaProbe.Find().Where(static c => c.IsUsable), c => Assert.InRange(sensors!.Read(c.Info.BusId!)!.MemoryUsed!.Value, 1, c.Info.MemoryBytes * 2.0));
        }
        else
        {
            Assert.Null(sensors);
        }
    }

    private DeviceReport Read() => _board.Read([Gpu], null).Single();

    private sealed class Sensors : IGpuSensors
    {
        public GpuReading? Read(string busId) => busId == Gpu.BusId ? new GpuReading(0.75, 600, 1000, 250, null) : null;

        public void Dispose()
        {
        }
    }
}
