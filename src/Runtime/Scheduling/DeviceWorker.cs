using System.Diagnostics;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Memory;
using Gpu.Runtime.Scheduling.Core;
using ILGPU.Runtime;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// A device and the one thread that owns it: there its accelerator is created, used and disposed, and nowhere else. One
/// batch at a time; whatever goes wrong with one ends that one only.
/// </summary>
// CA1001: the event is called by whoever has something for the device, also after its end; it holds nothing that needs disposal
// as long as nobody asks for its wait handle.
#pragma warning disable CA1001
internal sealed partial class DeviceWorker
#pragma warning restore CA1001
{
    private readonly DeviceCandidate _candidate;
    private readonly WorkerServices _services;
    private readonly bool _keepsApart;
    private readonly ReleaseInbox _inbox;
    private readonly ManualResetEventSlim _called = new();
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DeviceScope? _scope;
    private IDeviceWork[] _works = [];

    /// <summary>Prepares a device's thread.</summary>
    /// <param name="candidate">The device.</param>
    /// <param name="device">The same as the decisions see it.</param>
    /// <param name="services">What all workers share.</param>
    /// <param name="keepsApart">Whether another device may take work over from it.</param>
    public DeviceWorker(DeviceCandidate candidate, CoreDevice device, WorkerServices services, bool keepsApart)
    {
        _candidate = candidate;
        Device = device;
        _services = services;
        _keepsApart = keepsApart;
        _inbox = new ReleaseInbox(Call);
    }

    public DeviceCandidate Candidate => _candidate;

    public CoreDevice Device { get; }

    public string Id => _candidate.Info.Id;

    /// <summary>Completes when the device was opened, or could not be, and the engine knows.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Completes when the thread has let go of everything.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>What runs now.</summary>
    public Batch? Running => Device.Running;

    public MemoryUse Memory => _scope?.Use ?? default;

    /// <summary>What observers were told last of it; used under the engine's lock.</summary>
    public MemoryUse MemoryTold { get; set; }

    public bool HasErrands => !_inbox.IsEmpty;

    public void Start() => new Thread(Main) { Name = $"gpu {Id}", IsBackground = true }.Start();

    /// <summary>Makes the thread ask for what there is to do.</summary>
    public void Call() => _called.Set();

    private void Main()
    {
        try
        {
            using var device = TryOpen();
            if (device is not null)
            {
                Device.Revocable = _keepsApart || device.Accelerator.AcceleratorType != AcceleratorType.CPU;
                using var scope = DeviceScope.For(device.Accelerator, _services.PoolLimit(device.Accelerator), _inbox, _keepsApart);
                _scope = scope;
                if (Device.IsGone)
                {
                    Probe(scope);
                }
                else
                {
                    _services.Source.Opened(this, null);
                }

                _settled.TrySetResult();

                Serve(scope);
            }
        }
        // The device could not be set up: then whoever started it must learn of it. Or a lost one failed once more while
        // it was closed: then nobody waits for anything of it but its end.
        catch (Exception e)
        {
            if (_scope is null)
            {
                Report(e);
            }
            else
            {
                LogCloseFailed(_services.Logger, Id, e);
            }
        }
        finally
        {
            _scope = null;
            _inbox.Close();
            _settled.TrySetResult();
            _stopped.SetResult();
        }
    }

    private OpenDevice? TryOpen()
    {
        try
        {
            return _candidate.Open();
        }
        // A driver may fail in any way there is; the engine turns it into the device's refusal.
        catch (Exception e)
        {
            Report(e);
            return null;
        }
    }

    private void Report(Exception failure)
    {
        if (Device.IsGone)
        {
            _services.Source.Probed(this, failure);
        }
        else
        {
            _services.Source.Opened(this, failure);
        }
    }

    private void Serve(DeviceScope scope)
    {
        while (true)
        {
            // Before asking: who calls after the answer is heard.
            _called.Reset();
            switch (_services.Source.Next(this, out var batch))
            {
                case DeviceOrder.Run when !Execute(scope, batch!):
                case DeviceOrder.Stop:
                    return;
                case DeviceOrder.Probe:
                    Probe(scope);
                    break;
                case DeviceOrder.Errands:
                    RunErrands(scope);
                    break;
                case DeviceOrder.Wait:
                    _called.Wait();
                    break;
            }
        }
    }

    /// <summary>Runs a batch to its end.</summary>
    /// <returns>Whether the device can still be used.</returns>
    private bool Execute(DeviceScope scope, Batch batch)
    {
        Exception? failure = null;
        try
        {
            scope.Begin(batch.Items.Count == 1 ? batch.Items[0].CancellationToken : default);
            if (_candidate.Around is { } around)
            {
                RunWithin(around, scope, batch);
            }
            else
            {
                Run(scope, batch);
            }

            if (_services.Source.TryCommit(batch))
            {
                scope.Commit();
            }
        }
        // Work of any author runs here: its failure is its own, and the device goes on.
        catch (Exception e)
        {
            failure = e;
        }

        var lost = failure is not null && IsLost(scope.Accelerator, failure);
        try
        {
            scope.End();
        }
        // Memory of any author is unpinned here. The scope has taken back all that it could.
        catch (Exception e)
        {
            failure ??= e;
        }

        var figures = new RunFigures(Stopwatch.GetElapsedTime(0, scope.TransferTime).Ticks, scope.BytesIn, scope.BytesOut);
        if (failure is null)
        {
            _services.Source.Done(this, batch, figures);
            return true;
        }

        if (lost)
        {
            LogLost(_services.Logger, Id, failure);
        }
        else
        {
            LogBatchFailed(_services.Logger, batch.Items.Count, batch.Items[0].Operation, Id, failure);
        }

        _services.Source.Failed(this, batch, lost ? BatchFailure.Lost : Kind(failure), failure, figures);
        return !lost;
    }

    private void Run(DeviceScope scope, Batch batch)
    {
        var items = batch.Items;
        if (items.Count == 1)
        {
            items[0].CancellationToken.ThrowIfCancellationRequested();
            items[0].Work.Execute(scope);
        }
        else
        {
            if (_works.Length < items.Count)
            {
                _works = new IDeviceWork[items.Count];
            }

            for (var i = 0; i < items.Count; i++)
            {
                _works[i] = items[i].Work;
            }

            try
            {
                ((IBatchableWork)_works[0]).ExecuteAll(_works.AsSpan(0, items.Count), scope);
            }
            finally
            {
                Array.Clear(_works, 0, items.Count);
            }
        }

        scope.Finish();
    }

    // Apart, so that only devices of tests pay for the closure.
    private void RunWithin(Action<Action> around, DeviceScope scope, Batch batch) => around(() => Run(scope, batch));

    // On the path of real work: memory in, a kernel, memory out.
    private void Probe(DeviceScope scope)
    {
        Exception? failure = null;
        try
        {
            scope.Begin(CancellationToken.None);
            (_candidate.Around ?? (static execute => execute()))(() =>
            {
                _services.Probe(scope.Accelerator);
                Canary.Run(scope);
            });
        }
        // Whatever it is, the device is not to be used.
        catch (Exception e)
        {
            failure = e;
        }

        try
        {
            scope.End();
        }
        catch (Exception e)
        {
            failure ??= e;
        }

        _services.Source.Probed(this, failure);
    }

    private void RunErrands(DeviceScope scope)
    {
        try
        {
            scope.RunErrands();
        }
        // Memory of any author is unpinned here, long after its work: there is nobody to tell but the log.
        catch (Exception e)
        {
            LogErrandFailed(_services.Logger, Id, e);
        }
    }

    private static BatchFailure Kind(Exception failure) => failure switch
    {
        DeviceOutOfMemory => BatchFailure.OutOfMemory,
        _ when DeviceOutOfMemory.Says(failure) => BatchFailure.OutOfMemory,
        AcceleratorException => BatchFailure.Device,
        _ => BatchFailure.Work,
    };

    // After a failure launches and copies may still be under way, into memory that is about to be taken back. And a failed
    // launch may have taken the accelerator with it: then no later work ends well, so ask it to do something.
    private bool IsLost(Accelerator accelerator, Exception failure)
    {
        try
        {
            accelerator.Synchronize();
            if (failure is AcceleratorException)
            {
                _services.Probe(accelerator);
            }

            return false;
        }
        // The device cannot even do this: it is lost, whatever the exception.
        catch (Exception)
        {
            return true;
        }
    }

    [LoggerMessage(101, LogLevel.Error, "Device {Device} is lost")]
    private static partial void LogLost(ILogger logger, string device, Exception cause);

    [LoggerMessage(102, LogLevel.Warning, "{Count} x {Operation} failed on {Device}")]
    private static partial void LogBatchFailed(ILogger logger, int count, string operation, string device, Exception cause);

    [LoggerMessage(104, LogLevel.Warning, "Resident data on {Device} was not released in good order")]
    private static partial void LogErrandFailed(ILogger logger, string device, Exception cause);

    [LoggerMessage(103, LogLevel.Warning, "Device {Device} did not close in good order")]
    private static partial void LogCloseFailed(ILogger logger, string device, Exception cause);
}
