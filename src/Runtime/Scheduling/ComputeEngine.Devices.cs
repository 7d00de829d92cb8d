using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling.Core;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <content>How devices are opened, shown, opened anew and given up.</content>
public sealed partial class ComputeEngine
{
    private bool _sharesWork;

    private async Task StartAsync(IReadOnlyList<DeviceCandidate> candidates, CancellationToken cancellationToken)
    {
        List<DeviceWorker> opening = [];
        lock (_gate)
        {
            _devices = [.. candidates.Select(static c => c.Info)];
            // Where there is one device only, nobody else can take its work over, and results go straight to the callers.
            _sharesWork = candidates.Count(static c => c.Info.InUse) > 1;
            opening.AddRange(candidates.Where(static c => c.Info.InUse).Select(c => Add(c, isFallback: false)));
        }

        opening.ForEach(static w => w.Start());
        foreach (var worker in opening)
        {
            await worker.Settled.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_devices.Any(static d => d.InUse))
        {
            return;
        }

        if (_options.Device != DeviceSelection.Auto)
        {
            throw DeviceSelector.NotThere(_devices, _options.Device);
        }

        // Every GPU was there and none could be opened: what auto means is that the processor is used then.
        await UseProcessorAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private DeviceWorker Add(DeviceCandidate candidate, bool isFallback)
    {
        var device = _core.AddDevice(candidate.Info.Id, $"{candidate.Info.Id} {candidate.Info.Name} {candidate.Info.Driver}", candidate.Info.Kind == DeviceKind.Cpu, isFallback);
        var worker = new DeviceWorker(candidate, device, _services, _sharesWork && !isFallback);
        _workers = _workers.Add(worker);
        return worker;
    }

    // Called under the lock.
    private void Show(CoreDevice device)
    {
        var inUse = device.State == DeviceState.InUse;
        _devices = [.. _devices.Select(d => d.Id == device.Id ? d with { InUse = inUse, Refusal = inUse ? null : device.Reason } : d)];
        LogState(_logger, device.Id, device.State, device.Reason);
    }

    private void Reopen(CoreDevice device)
    {
        DeviceWorker worker;
        lock (_gate)
        {
            if (_disposal is not null)
            {
                return;
            }

            var old = _workers[device.Index];
            worker = new DeviceWorker(old.Candidate, device, _services, _sharesWork && !device.IsFallback);
            _workers = _workers.SetItem(device.Index, worker);
        }

        worker.Start();
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

        Outbox? decided;
        lock (_gate)
        {
            _core.FallbackFailed(Now);
            decided = Decided();
        }

        Act(decided);
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

            candidate = candidate with { Info = candidate.Info with { InUse = false, Refusal = "it is being opened" } };
            worker = Add(candidate, isFallback: true);
            _devices = [.. _devices.Where(d => d.Id != worker.Id), candidate.Info];
        }

        worker.Start();
        await worker.Settled.ConfigureAwait(false);
        return worker.Device.InUse;
    }

    // A thread cannot be stopped from outside. Its work's callers learn of it; the thread goes with the process.
    private void Abandon(DeviceWorker worker)
    {
        var batch = worker.Running;
        LogAbandoned(_logger, worker.Id, batch?.Items[0].Operation, _options.ShutdownTimeout);
        foreach (var item in batch?.Items ?? [])
        {
            item.Fail(new DeviceFailedError(
                $"{item.Operation} still ran on {worker.Id} {_options.ShutdownTimeout.TotalSeconds} s after the engine was disposed, and was given up; it may still write to its outputs."));
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Device {Device} ({Name}) is in use")]
    private static partial void LogInUse(ILogger logger, string device, string name);

    [LoggerMessage(2, LogLevel.Warning, "Device {Device} could not be opened")]
    private static partial void LogNotOpened(ILogger logger, string device, Exception cause);

    [LoggerMessage(3, LogLevel.Error, "Device {Device} still ran {Operation} {Timeout} after the engine was disposed, and was given up")]
    private static partial void LogAbandoned(ILogger logger, string device, string? operation, TimeSpan timeout);

    [LoggerMessage(4, LogLevel.Warning, "No other device is left for some work: the processor takes over")]
    private static partial void LogFallback(ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "The processor could not take over")]
    private static partial void LogNoFallback(ILogger logger, Exception cause);

    [LoggerMessage(6, LogLevel.Information, "Device {Device} is now {State}: {Reason}")]
    private static partial void LogState(ILogger logger, string device, DeviceState state, string reason);
}
