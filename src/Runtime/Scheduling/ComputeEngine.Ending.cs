namespace Gpu.Runtime.Scheduling;

/// <content>Pausing, draining and the end.</content>
public sealed partial class ComputeEngine
{
    private volatile TaskCompletionSource? _drained;

    // Requests that were admitted and whose promise is not kept yet.
    private long _open;

    /// <summary>Gives devices no more work, until <see cref="Resume"/>. Requests are still queued, and what runs ends.</summary>
    public void Pause() => SetPaused(true);

    /// <summary>Goes on after <see cref="Pause"/>.</summary>
    public void Resume() => SetPaused(false);

    /// <summary>
    /// Refuses further work with <see cref="EngineStoppedError"/>, and completes when all that was admitted has ended. What a host
    /// calls when it is asked to end, with the time that it has; whatever is left then is failed by disposing the engine.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting; the engine goes on draining.</param>
    public Task DrainAsync(CancellationToken cancellationToken = default)
    {
        TaskCompletionSource drained;
        lock (_gate)
        {
            drained = _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _core.Drain(static () => new EngineStoppedError("The engine is draining: it ends what it has, and takes no more work."));
        }

        CheckDrained();
        return drained.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        TaskCompletionSource? first = null;
        Task disposal;
        lock (_gate)
        {
            if (_disposal is null)
            {
                first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _disposal = first.Task;
            }

            disposal = _disposal;
        }

        return first is null ? new ValueTask(disposal) : new ValueTask(StopAsync(first));
    }

    private void SetPaused(bool paused)
    {
        Core.Outbox? decided;
        lock (_gate)
        {
            _core.Pause(paused, Now);
            decided = Decided();
        }

        Act(decided);
    }

    private void CheckDrained()
    {
        if (Interlocked.Read(ref _open) == 0)
        {
            _drained?.TrySetResult();
        }
    }

    private async Task StopAsync(TaskCompletionSource disposal)
    {
        try
        {
            Core.Outbox? decided;
            lock (_gate)
            {
                _core.Close(static () => new EngineStoppedError("The engine was disposed before this work started."), Now);
                decided = Decided();
            }

            Act(decided);
            var workers = _workers;
            foreach (var worker in workers)
            {
                worker.Call();
            }

            try
            {
                await Task.WhenAll(workers.Select(static w => w.Stopped)).WaitAsync(_options.ShutdownTimeout, _time).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                foreach (var worker in workers.Where(static w => !w.Stopped.IsCompleted))
                {
                    Abandon(worker);
                }
            }

            await _timer.DisposeAsync().ConfigureAwait(false);
            SaveCosts();
        }
        finally
        {
            disposal.SetResult();
        }
    }

    private void SaveCosts()
    {
        lock (_gate)
        {
            if (_core.Costs.Samples > 0)
            {
                _costFile?.Write(_core.Costs);
            }
        }
    }
}
