using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>The way of one page through the stages.</summary>
internal sealed class AdProduction(
    WorkflowStages stages,
    CachedStages results,
    WorkflowOptions options,
    TimeProvider time,
    StageClock clock,
    Func<Func<WorkflowState, WorkflowState>, Task<WorkflowState>> change,
    IProgress<WorkflowProgress>? progress,
    CancellationToken cancellationToken)
{
    public async Task<WorkflowResult> RunAsync(WorkflowRequest request, WorkflowState state)
    {
        // What would fail at the end anyway is better known before the work than after.
        if (request.Format == AdFormat.Mp4)
        {
            await stages.Encoder.CheckAsync(cancellationToken).ConfigureAwait(false);
        }

        // A folder that the user named is taken first, for the same reason.
        using var named = request.Output is { } path ? OutputFolder.Named(path, request.Force) : null;

        await BeginAsync(WorkflowStatus.Extracting, static s => s).ConfigureAwait(false);
        var content = await results.ExtractAsync(request.Source, cancellationToken).ConfigureAwait(false);
        var (storyboard, pictures) = request.Storyboard is { } given
            ? (given, PictureSet.None)
            : await PlanAsync(request, content, state.UserEdits).ConfigureAwait(false);
        await BeginAsync(WorkflowStatus.Generating, s => s with { Content = content }, "frames").ConfigureAwait(false);

        using var made = named is null && request.Stream is null ? OutputFolder.New(request.OutputRoot, Slug.Of(content.Title, content.Url)) : null;
        var folder = named ?? made;
        var film = new FilmProduction(
            results,
            token => new AdWriter(stages, clock, storyboard, content.Url, Frames(storyboard), token),
            writer =>
            {
                clock.End();
                return ManifestBuilder.Build(request, state, options, content, storyboard, pictures, writer, clock.Seconds, time.GetUtcNow());
            },
            cancellationToken);
        var manifest = await film.RunAsync(request, storyboard, content.Url, folder).ConfigureAwait(false);

        state = await change(s => s with
        {
            VideoPath = folder is null ? null : Path.GetFullPath(Path.Combine(folder.Path, AdWriter.AdName(request.Format))),
            OptimizationsUsed = manifest.Devices,
        }).ConfigureAwait(false);
        return new WorkflowResult(state, folder?.Path, manifest);
    }

    private async Task<(Storyboard, PictureSet)> PlanAsync(WorkflowRequest request, PageContent content, IReadOnlyList<SuggestionEdit> edits)
    {
        await BeginAsync(WorkflowStatus.Suggesting, s => s with { Content = content }).ConfigureAwait(false);
        var suggestions = await results.SuggestAsync(content, new SuggestionEdits { Edits = edits }, cancellationToken).ConfigureAwait(false);
        await BeginAsync(WorkflowStatus.Generating, s => s with { Suggestions = suggestions }, "pictures").ConfigureAwait(false);
        var pictures = await results.LoadAsync(content, suggestions, cancellationToken).ConfigureAwait(false);
        await BeginAsync(WorkflowStatus.Generating, s => s with { Suggestions = pictures.Suggestions }, "storyboard").ConfigureAwait(false);
        var plan = new StoryboardOptions(request.Width, request.Height, request.FramesPerSecond, request.Duration, request.Seed) { Sound = request.Format == AdFormat.Mp4 ? request.Sound : null };
        return (await results.PlanAsync(content, pictures, plan, cancellationToken).ConfigureAwait(false), pictures);
    }

    // Not async: what the clock makes the current activity must be so in the caller.
    private Task<WorkflowState> BeginAsync(WorkflowStatus status, Func<WorkflowState, WorkflowState> with, string? step = null)
    {
        clock.Begin(step ?? status.ToString().ToLowerInvariant());
        progress?.Report(new WorkflowProgress(status, step ?? "page", 0, 0));
        return change(s => with(s) with { Status = status });
    }

    private FrameProgress? Frames(Storyboard storyboard) =>
        progress is null ? null : new FrameProgress(progress, FrameClock.Frames(storyboard));

    /// <summary>Hands counts on as they come: Progress would post them to another thread, out of order.</summary>
    private sealed class FrameProgress(IProgress<WorkflowProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new WorkflowProgress(WorkflowStatus.Generating, "frames", value, total));
    }
}
