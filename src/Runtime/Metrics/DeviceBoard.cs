using System.Collections.Concurrent;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Metrics.Nvidia;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Metrics;

/// <summary>What every device is doing at this moment, followed by the engine's events.</summary>
internal sealed class DeviceBoard : IEngineObserver
{
    private readonly ConcurrentDictionary<string, DeviceEntry> _entries = [];
    private readonly RecentBatches _placed = new();
    private readonly TimeProvider _time;
    private readonly Lock _sampling = new();

    public DeviceBoard(TimeProvider time) => _time = time;

    public bool FollowsRequests => false;

    public bool WantsReasons => false;

    public void OnRequestQueued(RequestQueued request)
    {
    }

    public void OnBatchPlaced(BatchPlaced batch) => _placed.Put(batch);

    public void OnBatchStarted(BatchStarted batch)
    {
        var placed = _placed.Take(batch.Batch);
        Of(batch.Device).Begin(batch, placed?.Operation ?? "", placed?.Count ?? 1);
    }

    public void OnBatchEnded(BatchEnded batch) => Of(batch.Device).End(batch);

    public void OnRequestRetried(RequestRetried request)
    {
    }

    public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
    }

    public void OnDeviceChanged(DeviceChanged device) => Of(device.Device).Change(device);

    public void OnMemoryChanged(DeviceMemory memory) => Of(memory.Device).Memory = memory;

    /// <summary>Describes every device; called about once a second and at each question.</summary>
    /// <param name="devices">Those that the engine knows.</param>
    /// <param name="sensors">What asks GPUs; null where there is nothing to ask.</param>
    public IReadOnlyList<DeviceReport> Read(IReadOnlyList<DeviceInfo> devices, IGpuSensors? sensors)
    {
        lock (_sampling)
        {
            var helped = HostHelp.Busy.TotalSeconds;
            var processors = devices.Where(static d => d is { Kind: DeviceKind.Cpu, InUse: true }).Sum(d => Of(d.Id).BusySeconds);
            return [.. devices.Select(d => Of(d.Id).Report(d, _placed.Count(d.Id), d.BusId is { } bus ? sensors?.Read(bus) : null, processors <= 0 ? 0 : helped * Of(d.Id).BusySeconds / processors))];
        }
    }

    private DeviceEntry Of(string device) => _entries.TryGetValue(device, out var entry) ? entry : _entries.GetOrAdd(device, static (id, time) => new DeviceEntry(id, time), _time);
}
