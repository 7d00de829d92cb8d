using Gpu.Runtime.Devices;
using Gpu.Runtime.Memory;
using ILGPU.Runtime;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// A device and the one thread that owns it: there its accelerator is created, used and disposed, and nowhere else. One
/// piece of work at a time; whatever goes wrong with one ends that one only.
/// </summary>
internal sealed partial class DeviceWorker : IWorkConsumer
{
    private readonly DeviceCandidate _candidate;
    private readonly WorkQueue _queue;
    private readonly WorkerServices _services;
    private readonly ReleaseInbox _inbox;
    private readonly TaskCompletionSource<Exception?> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DeviceScope? _scope;
    private volatile WorkItem? _running;

    public DeviceWorker(DeviceCandidate candidate, WorkQueue queue, WorkerServices services)
    {
        _candidate = candidate;
        _queue = queue;
        _services = services;
        _inbox = new ReleaseInbox(queue.Wake);
    }

    public DeviceCandidate Candidate => _candidate;

    public string Id => _candidate.Info.Id;

    /// <summary>Completes when the accelerator is there, with null, or with what went wrong.</summary>
    public Task<Exception?> Opened => _opened.Task;

    /// <summary>Completes when the thread has let go of everything.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>What runs now.</summary>
    public WorkItem? Running => _running;

    public MemoryUse Memory => _scope?.Use ?? default;

    public bool HasErrands => !_inbox.IsEmpty;

    public void Start() => new Thread(Main) { Name = $"gpu {Id}", IsBackground = true }.Start();

    private void Main()
    {
        try
        {
            using var device = TryOpen();
            if (device is not null)
            {
                using var scope = DeviceScope.For(device.Accelerator, _services.PoolLimit(device.Accelerator), _inbox);
                _scope = scope;
                _opened.SetResult(null);
                Serve(scope);
            }
        }
        // The device could not be set up: then whoever started it must learn of it. Or a lost one failed once more while
        // it was closed: then nobody waits for anything of it but its end.
        catch (Exception e)
        {
            if (!_opened.TrySetResult(e))
            {
                LogCloseFailed(_services.Logger, Id, e);
            }
        }
        finally
        {
            _scope = null;
            _inbox.Close();
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
            _opened.SetResult(e);
            return null;
        }
    }

    private void Serve(DeviceScope scope)
    {
        while (_queue.Take(this, out var item))
        {
            if (item is null)
            {
                RunErrands(scope);
            }
            else if (Execute(scope, item) is { } lost)
            {
                LogLost(_services.Logger, Id, lost);
                _services.OnLost(this, item, lost);
                return;
            }
        }
    }

    /// <summary>Runs a piece of work to its end.</summary>
    /// <returns>Why the device can be used no more, with the work still open; null where it can.</returns>
    private Exception? Execute(DeviceScope scope, WorkItem item)
    {
        if (_queue.FailLate(item))
        {
            return null;
        }

        _running = item;
        var started = _services.Time.GetTimestamp();
        Exception? failure = null;
        try
        {
            scope.Begin(item.CancellationToken);
            item.CancellationToken.ThrowIfCancellationRequested();
            item.Work.Execute(scope);
            scope.Finish();
        }
        // Work of any author runs here: its failure is its own, and the device goes on.
        catch (Exception e)
        {
            failure = e;
        }

        var lost = failure is null ? null : Settle(scope.Accelerator, failure);
        try
        {
            scope.End();
        }
        // Memory of any author is unpinned here. The scope has taken back all that it could.
        catch (Exception e)
        {
            failure ??= e;
        }

        _running = null;
        if (lost is null)
        {
            Complete(item, started, failure);
        }

        return lost;
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

    private void Complete(WorkItem item, long started, Exception? failure)
    {
        _queue.End(item);
        if (item.CancellationToken.IsCancellationRequested)
        {
            _services.Instruments.OnCancelled(item);
            item.Cancel();
        }
        else if (failure is null)
        {
            var receipt = new WorkReceipt(Id, _services.Time.GetElapsedTime(item.Submitted, started), _services.Time.GetElapsedTime(started));
            _services.Instruments.OnCompleted(item, receipt);
            item.Succeed(receipt);
        }
        else
        {
            var error = new DeviceFailedError($"{item.Operation} failed on {Id} ({_candidate.Info.Name}): {failure.Message}", failure);
            LogWorkFailed(_services.Logger, item.Operation, Id, failure);
            _services.Instruments.OnFailed(item, error);
            item.Fail(error);
        }
    }

    // After a failure launches and copies may still be under way, into memory that is about to be taken back. And a failed
    // launch may have taken the accelerator with it: then no later work ends well, so ask it to do something.
    private Exception? Settle(Accelerator accelerator, Exception failure)
    {
        try
        {
            accelerator.Synchronize();
            if (failure is AcceleratorException)
            {
                _services.Probe(accelerator);
            }

            return null;
        }
        // The device cannot even do this: it is lost, whatever the exception.
        catch (Exception)
        {
            return failure;
        }
    }

    [LoggerMessage(101, LogLevel.Error, "Device {Device} is lost")]
    private static partial void LogLost(ILogger logger, string device, Exception cause);

    [LoggerMessage(102, LogLevel.Warning, "{Operation} failed on {Device}")]
    private static partial void LogWorkFailed(ILogger logger, string operation, string device, Exception cause);

    [LoggerMessage(104, LogLevel.Warning, "Resident data on {Device} was not released in good order")]
    private static partial void LogErrandFailed(ILogger logger, string device, Exception cause);

    [LoggerMessage(103, LogLevel.Warning, "Device {Device} did not close in good order")]
    private static partial void LogCloseFailed(ILogger logger, string device, Exception cause);
}
