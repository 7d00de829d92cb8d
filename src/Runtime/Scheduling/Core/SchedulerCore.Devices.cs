namespace Gpu.Runtime.Scheduling.Core;

/// <content>Which devices there are, which of them may run what, and how they go and come back.</content>
internal sealed partial class SchedulerCore
{
    private const int MostDevices = 128;

    // The wait before a canary doubles up to 64 times.
    private const int MostDoublings = 6;

    // A device that has failed this many canaries in a row is not waited for.
    private const int OutagesWaitedFor = 3;

    private UInt128 _usable;
    private UInt128 _usableMain;
    private UInt128 _usableProcessors;
    private bool _fallbackAsked;
    private bool _stopped;

    /// <summary>Adds a device that is being opened.</summary>
    public CoreDevice AddDevice(string id, string costId, bool isProcessor, bool isFallback = false)
    {
        if (_devices.Count == MostDevices)
        {
            throw new InvalidOperationException($"There are more than {MostDevices} devices.");
        }

        var device = new CoreDevice(_devices.Count, id, costId) { IsProcessor = isProcessor, IsFallback = isFallback };
        _devices.Add(device);
        return device;
    }

    /// <summary>A device was opened, or could not be.</summary>
    public void Opened(CoreDevice device, Exception? failure, long now)
    {
        if (failure is null)
        {
            Admit(device, "it was opened", now);
        }
        else
        {
            Change(device, DeviceState.Closed, $"it could not be opened: {failure.Message}", now);
            GiveUpWhereHopeless(now);
        }
    }

    /// <summary>The processor could not be opened in the place of other devices.</summary>
    public void FallbackFailed(long now)
    {
        _mayFallBack = false;
        GiveUpWhereHopeless(now);
        Unsettle();
        CallDevices(now);
    }

    /// <summary>Whether a device is to run a canary now.</summary>
    public static bool IsToProbe(CoreDevice device) => device.State == DeviceState.Probing && device.Running is null;

    /// <summary>The canary came back, or did not; for a lost device, a new accelerator was opened and ran it, or not.</summary>
    public void Probed(CoreDevice device, Exception? failure, long now)
    {
        device.Called = false;
        if (failure is null)
        {
            Admit(device, "the canary came back", now);
            return;
        }

        device.ProbeAt = now + Wait(device);
        Change(device, device.IsGone ? DeviceState.Lost : DeviceState.Quarantined, $"the canary failed: {failure.Message}", now);
        GiveUpWhereHopeless(now);
    }

    /// <summary>A device that answers no more while it runs nothing.</summary>
    public void Lose(CoreDevice device, string reason, long now)
    {
        device.IsGone = true;
        device.ProbeAt = now + Wait(device);
        Change(device, DeviceState.Lost, reason, now);
        GiveUpWhereHopeless(now);
    }

    private void Admit(CoreDevice device, string reason, long now)
    {
        device.Failures = 0;
        device.IsGone = false;
        device.InUseSince = now;
        Change(device, DeviceState.InUse, reason, now);
        Unsettle();
        CallDevices(now);
    }

    private void Change(CoreDevice device, DeviceState state, string reason, long now)
    {
        (device.State, device.Reason) = (state, reason);
        Outbox.Changes.Add(device);
        if (_options.Observed())
        {
            Outbox.Events.Add(new DeviceChanged(device.Id, At(now), state, reason));
        }
    }

    private void Count(CoreDevice device, Batch batch, BatchFailure failure, Exception cause, long now)
    {
        // A batch that finds no room is halved; a request that fails here again proves nothing new.
        if (failure == BatchFailure.Work || (failure == BatchFailure.OutOfMemory && batch.Items.Count > 1) || (batch.Items[0].Tried & device.Bit) != 0)
        {
            return;
        }

        if (++device.Failures >= _options.FailureLimit)
        {
            device.ProbeAt = now + Wait(device);
            Change(device, DeviceState.Quarantined, $"it failed {device.Failures} times in a row, the last time in {batch.Items[0].Operation}: {cause.Message}", now);
        }
    }

    private void Forgive(WorkItem item)
    {
        foreach (var device in _devices)
        {
            if ((item.Tried & device.Bit) != 0 && device.Failures > 0)
            {
                device.Failures--;
            }
        }
    }

    private long Wait(CoreDevice device) => _options.Quarantine << Math.Min(device.Outages++, MostDoublings);

    private void ProbeDue(long now)
    {
        foreach (var device in _devices)
        {
            if (device.ProbeAt > now)
            {
                continue;
            }

            device.ProbeAt = long.MaxValue;
            Change(device, DeviceState.Probing, device.Reason, now);
            if (device.IsGone)
            {
                Outbox.Reopenings.Add(device);
            }
            else
            {
                Call(device);
            }
        }
    }

    private void RevokeHung(long now)
    {
        foreach (var device in _devices)
        {
            if (device.Running is not { Lease: LeaseState.Held, Overdue: false } batch || batch.HangAt > now)
            {
                continue;
            }

            var seconds = TimeSpan.FromTicks(now - batch.Started).TotalSeconds;
            if (!device.Revocable)
            {
                // It writes into its caller's memory, which can only be given back when it has stopped.
                batch.Overdue = true;
                Change(device, device.State, $"{batch.Items[0].Operation} has run for {seconds:0.###} s, and is waited for", now);
                continue;
            }

            batch.Lease = LeaseState.Revoked;
            Running -= batch.Items.Count;
            device.Failures++;
            Change(device, DeviceState.Quarantined, $"{batch.Items[0].Operation} had not ended after {seconds:0.###} s, and its lease was taken back", now);
            Settle(batch, BatchFailure.Hung, new TimeoutException($"it had not ended after {seconds:0.###} s"), now);
            Unsettle();
            GiveUpWhereHopeless(now);
        }
    }

    /// <summary>The devices that may run a request: untried ones first, the processor for the last attempt, a fallback where nothing else is left.</summary>
    private UInt128 Eligible(WorkItem item)
    {
        if (item.Attempts == 0 && item.Tried == 0)
        {
            return _usableMain != 0 ? _usableMain : _usable;
        }

        if (item.Attempts == _options.Attempts - 1)
        {
            if (_usableProcessors != 0)
            {
                return (_usableProcessors & ~item.Tried) is var fresh && fresh != 0 ? fresh : _usableProcessors;
            }

            if (_mayFallBack && IsFallbackToCome())
            {
                return 0;
            }
        }

        var untried = _usableMain & ~item.Tried;
        untried = untried != 0 ? untried : _usable & ~item.Tried;
        return untried != 0 ? untried : _usable;
    }

    // Asks for it where nobody has.
    private bool IsFallbackToCome()
    {
        if (!_fallbackAsked)
        {
            (_fallbackAsked, Outbox.OpenFallback) = (true, true);
            return true;
        }

        return !_devices.Exists(static d => d.IsFallback) || _devices.Exists(static d => d is { IsFallback: true, State: DeviceState.Opening });
    }

    /// <summary>Whether no device is in use, and none is waited for.</summary>
    private bool IsHopeless() => !_devices.Exists(IsHopeful) && !(_mayFallBack && (!_fallbackAsked || !_devices.Exists(static d => d.IsFallback)));

    private static bool IsHopeful(CoreDevice device) => device.State switch
    {
        DeviceState.InUse or DeviceState.Opening => true,
        DeviceState.Probing or DeviceState.Quarantined => !device.IsGone && device.Running is null && device.Outages <= OutagesWaitedFor,
        _ => false,
    };

    private void GiveUpWhereHopeless(long now)
    {
        if (_devices.Exists(IsHopeful))
        {
            return;
        }

        if (_mayFallBack && !_fallbackAsked)
        {
            (_fallbackAsked, Outbox.OpenFallback) = (true, true);
        }
        else if (IsHopeless())
        {
            EndWaiting(RequestOutcome.DeviceFailed, NoDeviceLeft, now);
        }
    }

    private DeviceLostError NoDeviceLeft() => new(
        $"No device is left: {string.Join("; ", _devices.Select(static d => $"{d.Id}: {d.Reason}"))}. Start the engine anew, or allow it to fall back to the processor.");
}
