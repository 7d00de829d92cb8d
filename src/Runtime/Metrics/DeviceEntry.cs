using Gpu.Runtime.Devices;
using Gpu.Runtime.Metrics.Nvidia;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Metrics;

/// <summary>One device on the board.</summary>
internal sealed class DeviceEntry(string id, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly BusyShare _share = new(0, time.GetTimestamp(), time);
    private DeviceChanged? _state;
    private BatchStarted? _running;
    private string _operation = "";
    private int _inRun;
    private long _began;
    private long _batches;
    private long _requests;
    private TimeSpan _busy;

    public DeviceMemory? Memory { get; set; }

    public double BusySeconds
    {
        get
        {
            lock (_gate)
            {
                return Busy().TotalSeconds;
            }
        }
    }

    public void Begin(BatchStarted batch, string operation, int requests)
    {
        lock (_gate)
        {
            (_running, _operation, _inRun, _began) = (batch, operation, requests, time.GetTimestamp());
        }
    }

    public void End(BatchEnded batch)
    {
        lock (_gate)
        {
            _busy += batch.Ran;
            _batches++;
            _requests += batch.Count;
            // One that came too late may end while the next one runs.
            if (_running?.Batch == batch.Batch)
            {
                (_running, _inRun) = (null, 0);
            }
        }
    }

    public void Change(DeviceChanged state) => _state = state;

    /// <summary>Describes it.</summary>
    /// <param name="device">What is known of it.</param>
    /// <param name="queued">Batches that are planned for it.</param>
    /// <param name="reading">What it says of itself; null for nothing.</param>
    /// <param name="helped">Seconds that other threads worked for it.</param>
    public DeviceReport Report(DeviceInfo device, int queued, GpuReading? reading, double helped)
    {
        lock (_gate)
        {
            var busy = Busy();
            var onHost = device.Kind == DeviceKind.Cpu;
            var share = _share.Sample(busy.TotalSeconds + helped, onHost ? device.Workers : 1);
            return new DeviceReport(
                id,
                device.Name,
                device.Kind.ToString().ToLowerInvariant(),
                _state is { } state ? SnakeCase.Of(state.State.ToString()) : device.InUse ? "in_use" : "refused",
                _state is { State: not DeviceState.InUse } changed ? changed.Reason : device.Refusal,
                queued,
                _running is null ? null : _operation,
                _inRun,
                _running is null ? 0 : time.GetElapsedTime(_began).TotalSeconds,
                device.InUse || _batches > 0 ? reading?.Utilisation ?? share : reading?.Utilisation,
                onHost ? ProcessUsage.ResidentBytes : (long?)reading?.MemoryUsed,
                (long?)reading?.MemoryTotal ?? device.MemoryBytes,
                Memory?.HeldBytes ?? 0,
                Memory?.InUseBytes ?? 0,
                Memory?.LimitBytes,
                _batches,
                _requests,
                busy.TotalSeconds,
                reading?.Watts,
                reading?.Celsius);
        }
    }

    // What runs counts as it runs: a film's long batches would otherwise look like an idle device.
    private TimeSpan Busy() => _running is null ? _busy : _busy + time.GetElapsedTime(_began);
}
