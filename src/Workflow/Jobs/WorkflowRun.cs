using System.Diagnostics;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>One execution of a workflow: its state, its clock and its cancellation.</summary>
internal sealed class WorkflowRun : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancellation;
    private readonly WorkflowStages _stages;
    private readonly FilmGate _gate;
    private readonly IWorkflowStore _store;
    private readonly WorkflowOptions _options;
    private readonly TimeProvider _time;
    private readonly IProgress<WorkflowProgress>? _progress;
    private readonly StageClock _clock;
    private readonly CachedStages _results;
    private WorkflowState? _state;

    public WorkflowRun(WorkflowStages stages, FilmGate gate, IWorkflowStore store, WorkflowOptions options, TimeProvider time, IProgress<WorkflowProgress>? progress, CancellationToken cancellationToken)
    {
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (_stages, _gate, _store, _options, _time, _progress) = (stages, gate, store, options, time, progress);
        _clock = new StageClock(time);
        _results = new CachedStages(stages, options);
    }

    public async Task<WorkflowResult> ExecuteAsync(WorkflowRequest request, string id, WorkflowState? before)
    {
        using var activity = _clock.Run = WorkflowActivities.Source.StartActivity(WorkflowActivities.Run);
        activity?.SetTag(WorkflowActivities.Id, id).SetTag(WorkflowActivities.PageSource, request.Source);
        var now = _time.GetUtcNow();
        var edits = new SuggestionEdits { Edits = before?.UserEdits ?? [] }.With(request.Edits ?? SuggestionEdits.None);

        _state = new WorkflowState
        {
            WorkflowId = id,
            SourceUrl = request.Source,
            Avatar = request.Avatar,
            UserEdits = edits.Edits,
            CreatedAt = now,
            UpdatedAt = now,
            Owner = WorkflowOwner.Current,
        };
        try
        {
            await SaveAsync(_state).ConfigureAwait(false);
            var result = await new AdProduction(_stages, _results, _gate, _options, _time, _clock, ChangeAsync, _progress, _cancellation.Token).RunAsync(request, _state).ConfigureAwait(false);
            return result with { State = await EndAsync(WorkflowStatus.Completed, null).ConfigureAwait(false) };
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            await EndAsync(WorkflowStatus.Cancelled, "It was stopped on request.").ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            await EndAsync(WorkflowStatus.Failed, e.Message).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    /// <returns>Whether it was stopped, and did not end before.</returns>
    public async Task<bool> CancelAsync()
    {
        try
        {
            await _cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // It ended between the look-up and this call.
            return false;
        }

        await _ended.Task.ConfigureAwait(false);
        return _state?.Status == WorkflowStatus.Cancelled;
    }

    public void Dispose()
    {
        _ended.TrySetResult();
        _cancellation.Dispose();
    }

    private async Task<WorkflowState> ChangeAsync(Func<WorkflowState, WorkflowState> change)
    {
        _cancellation.Token.ThrowIfCancellationRequested();
        _state = change(_state!) with { UpdatedAt = _time.GetUtcNow(), StageSeconds = _clock.Seconds, CacheHits = _results.Hits, CacheMisses = _results.Misses };
        await SaveAsync(_state).ConfigureAwait(false);
        return _state;
    }

    private async Task<WorkflowState> EndAsync(WorkflowStatus status, string? error)
    {
        _clock.End();
        _clock.Run?.SetTag(WorkflowActivities.Status, status.ToString().ToLowerInvariant());
        if (error is not null)
        {
            _clock.Run?.SetStatus(ActivityStatusCode.Error, error);
        }

        var now = _time.GetUtcNow();
        _state = _state! with
        {
            ErrorStage = error is null ? null : _state.Status,
            Error = error,
            Status = status,
            StageSeconds = _clock.Seconds,
            CacheHits = _results.Hits,
            CacheMisses = _results.Misses,
            UpdatedAt = now,
            EndedAt = now,
            Owner = null,
        };
        await SaveAsync(_state).ConfigureAwait(false);
        return _state;
    }

    // Not stopped by the run's own cancellation: that it was cancelled is worth keeping too.
    private Task SaveAsync(WorkflowState state) => _store.SaveAsync(state, CancellationToken.None);
}
