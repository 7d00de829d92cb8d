using System.Collections.Concurrent;
using Gpu.Runtime;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;
using Microsoft.Extensions.Options;

namespace Gpu.Workflow.Jobs;

/// <summary>
/// Turns pages into ads, stage by stage: extracting, suggesting, generating. Each workflow has a state that is kept at
/// every change. All members may be called from any thread; several workflows may run at once.
/// </summary>
public sealed class WorkflowEngine
{
    private readonly ConcurrentDictionary<string, WorkflowRun> _running = new(StringComparer.Ordinal);
    private readonly WorkflowStages _stages;
    private readonly FilmGate _gate;
    private readonly IWorkflowStore _store;
    private readonly WorkflowOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes an engine. Hosts get theirs from <c>AddGpuWorkflow</c>.</summary>
    /// <param name="stages">What it runs.</param>
    /// <param name="store">Where states are kept.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Its clock.</param>
    /// <exception cref="ConfigurationError">A setting is outside its bounds.</exception>
    public WorkflowEngine(WorkflowStages stages, IWorkflowStore store, IOptions<WorkflowOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_stages, _store, _options, _time) = (stages, store, options.Value, time);
        if (_options.FilmsAtOnce is < 1 or > 64)
        {
            throw new ConfigurationError($"{nameof(WorkflowOptions.FilmsAtOnce)} is {_options.FilmsAtOnce}; accepted: 1 to 64.");
        }

        _gate = new FilmGate(_options.FilmsAtOnce);
    }

    /// <summary>How many films are made at a time.</summary>
    internal int FilmsAtOnce => _options.FilmsAtOnce;

    /// <summary>The options that the manifest of an ad would have.</summary>
    internal ManifestOptions OptionsOf(WorkflowRequest request) => ManifestBuilder.Options(request, _options, request.FitDuration ? null : request.Duration, request.Edits?.Edits ?? []);

    /// <summary>Makes the ad of a page on the web in a new folder in <c>out</c>, with the default options.</summary>
    /// <param name="url">http or https, at most 2,048 characters.</param>
    /// <param name="workflowId">The workflow's name, <c>^[a-zA-Z0-9_-]{1,64}$</c>. One that has ended is run again, with its user's edits.</param>
    /// <param name="avatar">Who presents it, with their own voice: a name of <see cref="AvatarCatalogue"/>; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; <see cref="CancelAsync"/> does too.</param>
    /// <exception cref="ConfigurationError">An argument is outside its bounds, or a workflow of this name runs.</exception>
    /// <exception cref="PageError">The page cannot be used.</exception>
    /// <exception cref="OptimizationError">Another stage failed; the state says which.</exception>
    public async Task<WorkflowResult> ExecuteAsync(string url, string workflowId, string? avatar = null, CancellationToken cancellationToken = default)
    {
        WorkflowValidator.ValidateUrl(url);
        WorkflowValidator.ValidateAvatarName(avatar);
        var sound = new SoundWishes();
        sound = AvatarCatalogue.Find(avatar) is { } presenter ? sound with { Voice = presenter.Voice } : sound;
        return await ExecuteAsync(new WorkflowRequest { Source = url, WorkflowId = workflowId, Avatar = avatar, Sound = sound }, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes an ad.</summary>
    /// <param name="request">What to make, and where.</param>
    /// <param name="progress">Told of every stage and frame; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; <see cref="CancelAsync"/> does too. Nothing of it is left in the output folder then.</param>
    /// <exception cref="ConfigurationError">A value is outside its bounds, or a workflow of this name runs.</exception>
    /// <exception cref="PageError">The page cannot be used.</exception>
    /// <exception cref="OutputError">The results cannot be written.</exception>
    /// <exception cref="OptimizationError">Another stage failed; the state says which.</exception>
    public async Task<WorkflowResult> ExecuteAsync(WorkflowRequest request, IProgress<WorkflowProgress>? progress, CancellationToken cancellationToken)
    {
        WorkflowValidator.Validate(request);
        var id = request.WorkflowId ?? Guid.NewGuid().ToString("N");
        using var run = new WorkflowRun(_stages, _gate, _store, _options, _time, progress, cancellationToken);
        if (!_running.TryAdd(id, run))
        {
            throw AlreadyRuns(id);
        }

        try
        {
            var before = await _store.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (before is { IsFinal: false, Owner: { } owner } && owner != WorkflowOwner.Current && owner.IsAlive())
            {
                throw AlreadyRuns(id);
            }

            return await run.ExecuteAsync(request, id, before).ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    /// <summary>The state of a workflow, of this process or an earlier one; null where there is none of the name.</summary>
    /// <param name="workflowId">The workflow's name.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<WorkflowState?> GetStatusAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        WorkflowValidator.ValidateId(workflowId);
        return await _store.FindAsync(workflowId, cancellationToken).ConfigureAwait(false) is { } state ? Truthful(state) : null;
    }

    /// <summary>The states of all workflows, the newest first.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<IReadOnlyList<WorkflowState>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await _store.ListAsync(cancellationToken).ConfigureAwait(false)).Select(Truthful)];

    /// <summary>Shows frames of an ad without making it. No state is kept of it.</summary>
    /// <param name="request">The ad.</param>
    /// <param name="times">Which frames: given the storyboard, their times in seconds, of which each is brought into the ad.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OptimizationError">A stage failed.</exception>
    public Task<(Storyboard Storyboard, IReadOnlyList<PreviewFrame> Frames, IReadOnlyList<string> Warnings)> PreviewAsync(WorkflowRequest request, Func<Storyboard, IReadOnlyList<double>> times, CancellationToken cancellationToken = default)
    {
        WorkflowValidator.Validate(request);
        ArgumentNullException.ThrowIfNull(times);
        return new AdPreview(_stages, new CachedStages(_stages, _options)).RenderAsync(request, times, cancellationToken);
    }

    /// <summary>Stops a workflow that this engine runs, and completes when it has stopped.</summary>
    /// <param name="workflowId">The workflow's name.</param>
    /// <returns>False when this engine runs none of the name, or it ended by itself before it could be stopped.</returns>
    public async Task<bool> CancelAsync(string workflowId)
    {
        WorkflowValidator.ValidateId(workflowId);
        return _running.TryGetValue(workflowId, out var run) && await run.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Keeps what a user changed about a workflow's suggestions; the next run of it follows.</summary>
    /// <param name="workflowId">The workflow's name.</param>
    /// <param name="edits">The edits. They replace those kept before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EditError">The workflow has no suggestion of an id, or a value is outside its range.</exception>
    /// <exception cref="ConfigurationError">There is no such workflow, or it runs.</exception>
    public async Task<WorkflowState> SetEditsAsync(string workflowId, SuggestionEdits edits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edits);
        edits.Check();
        var state = await GetStatusAsync(workflowId, cancellationToken).ConfigureAwait(false)
            ?? throw new ConfigurationError($"There is no workflow {workflowId}.");
        if (!state.IsFinal)
        {
            throw AlreadyRuns(workflowId);
        }

        EditCheck.Check(edits.Edits.DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, StringComparer.Ordinal), [.. state.Suggestions.Select(s => (s.Id, s.Kind))]);
        state = state with { UserEdits = [.. edits.Edits], UpdatedAt = _time.GetUtcNow() };
        await _store.SaveAsync(state, cancellationToken).ConfigureAwait(false);
        return state;
    }

    private static ConfigurationError AlreadyRuns(string id) => new($"Workflow {id} runs at this moment. Wait for its end, cancel it, or choose another id.");

    // A process that was killed could not say so in the state.
    private WorkflowState Truthful(WorkflowState state) =>
        state.IsFinal || _running.ContainsKey(state.WorkflowId) || state.Owner?.IsAlive() == true
            ? state
            : state with { Status = WorkflowStatus.Failed, ErrorStage = state.Status, Error = "The process that ran it ended before it did." };
}
