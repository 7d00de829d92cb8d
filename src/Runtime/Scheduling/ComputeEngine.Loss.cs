using Gpu.Runtime.Devices;

namespace Gpu.Runtime.Scheduling;

/// <content>What happens when a device is lost.</content>
public sealed partial class ComputeEngine
{
    // Work gives the same bits wherever it runs, so another device may try; but work that kills devices must not kill all.
    private const int MaxAttempts = 2;

    // Called on the lost device's thread.
    private void OnLost(DeviceWorker worker, WorkItem item, Exception cause)
    {
        var lastOne = !Refuse(worker, $"it was lost while it ran {item.Operation}: {cause.Message}");
        var fallBack = lastOne && _options.MayFallBackToCpu && worker.Candidate.Info.Kind != DeviceKind.Cpu;
        if (item.Attempts < MaxAttempts && (fallBack || !lastOne))
        {
            _queue.Return(item);
        }
        else
        {
            _queue.End(item);
            Fail(item, new DeviceFailedError($"{item.Operation} failed on {worker.Id} ({worker.Candidate.Info.Name}), which is lost: {cause.Message}", cause));
        }

        if (fallBack)
        {
            LogFallback(_logger);
            _ = TakeOverAsync();
        }
        else if (lastOne)
        {
            NoDeviceLeft();
        }
    }

    private async Task TakeOverAsync()
    {
        try
        {
            if (await UseProcessorAsync().ConfigureAwait(false))
            {
                return;
            }
        }
        // Nobody awaits this; those who wait for their work learn of it below.
        catch (Exception e)
        {
            LogNoFallback(_logger, e);
        }

        NoDeviceLeft();
    }

    private async Task<bool> UseProcessorAsync()
    {
        var candidate = _fallback();
        DeviceWorker worker;
        lock (_gate)
        {
            if (_disposal is not null)
            {
                return false;
            }

            candidate = candidate with { Info = candidate.Info with { InUse = true, Refusal = null } };
            worker = new DeviceWorker(candidate, _queue, _services);
            _workers = _workers.Add(worker);
            _devices = [.. _devices.Where(d => d.Id != worker.Id), candidate.Info];
        }

        worker.Start();
        await OpenedAsync(worker).ConfigureAwait(false);
        return _devices.Any(static d => d.InUse);
    }

    private void NoDeviceLeft() => _queue.Close(() => new DeviceFailedError(
        $"No device is left: {string.Join("; ", _devices.Select(static d => $"{d.Id}: {d.Refusal}"))}. Start the engine anew, or allow it to fall back to the processor."));

    private void Fail(WorkItem item, DeviceFailedError error)
    {
        Instruments.OnFailed(item, error);
        item.Fail(error);
    }

    /// <returns>Whether another device is in use: of several lost at once, the last one hears no.</returns>
    private bool Refuse(DeviceWorker worker, string reason)
    {
        lock (_gate)
        {
            _devices = [.. _devices.Select(d => d.Id == worker.Id ? d with { InUse = false, Refusal = reason } : d)];
            return _devices.Any(static d => d.InUse);
        }
    }
}
