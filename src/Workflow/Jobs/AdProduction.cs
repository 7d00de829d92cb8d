using Gpu.Workflow.Avatars;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>The way of one page through the stages.</summary>
internal sealed class AdProduction(
    WorkflowStages stages,
    CachedStages results,
    FilmGate gate,
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
        if (request.Formats.Any(static f => f != AdFormat.Y4m))
        {
            await stages.Encoder.CheckAsync(request.Formats, cancellationToken).ConfigureAwait(false);
        }

        // Lossless is what x264 alone can be.
        var encoder = !request.Formats.Contains(AdFormat.Mp4) || (request is { Crf: 0, Encoder: H264Encoder.Auto })
            ? H264Encoder.X264
            : await stages.Encoder.ChooseAsync(request.Encoder, cancellationToken).ConfigureAwait(false);

        // A folder that the user named is taken first, for the same reason.
        using var named = request.Output is { } path ? OutputFolder.Named(path, request.Force) : null;

        await BeginAsync(WorkflowStatus.Extracting, static s => s).ConfigureAwait(false);
        var content = request.StoryboardOnly ? StoryboardPage.Of(request) : await results.ExtractAsync(request.Source, cancellationToken).ConfigureAwait(false);
        var (storyboards, pictures) = StoryboardPage.Given(request, content.Url) is { } given
            ? ([AvatarChoice.Apply(request.Avatar, given, request.Seed)], PictureSet.None)
            : await PlanAsync(request, content, state.UserEdits).ConfigureAwait(false);
        await BeginAsync(WorkflowStatus.Generating, s => s with { Content = content }, "frames").ConfigureAwait(false);

        using var made = named is null && request.Stream is null ? await NewFolderAsync(request, content).ConfigureAwait(false) : null;
        var folder = named ?? made;
        var films = new FilmSet(stages, results, gate, encoder, clock, time, progress, cancellationToken);
        var manifest = await films.RunAsync(
            request,
            storyboards,
            content.Url,
            folder,
            (storyboard, writer, own) =>
            {
                own.End();
                return ManifestBuilder.Build(request, state, options, content, storyboard, pictures, writer, clock.Seconds, time.GetUtcNow()) with { PageSha256 = results.PageSha256 };
            }).ConfigureAwait(false);

        state = await change(s => s with
        {
            VideoPath = folder is null ? null : Path.GetFullPath(Path.Combine(folder.Path, manifest.Ads[0].Films[0])),
            OptimizationsUsed = manifest.Devices,
        }).ConfigureAwait(false);
        return new WorkflowResult(state, folder?.Path, manifest);
    }

    private async Task<(IReadOnlyList<Storyboard>, PictureSet)> PlanAsync(WorkflowRequest request, PageContent content, IReadOnlyList<SuggestionEdit> edits)
    {
        await BeginAsync(WorkflowStatus.Suggesting, s => s with { Content = content }).ConfigureAwait(false);
        var suggestions = await results.SuggestAsync(content, new SuggestionEdits { Edits = edits }, cancellationToken).ConfigureAwait(false);
        await BeginAsync(WorkflowStatus.Generating, s => s with { Suggestions = suggestions }, "pictures").ConfigureAwait(false);
        var pictures = await results.LoadAsync(content, suggestions, cancellationToken).ConfigureAwait(false);
        await BeginAsync(WorkflowStatus.Generating, s => s with { Suggestions = pictures.Suggestions }, "storyboard").ConfigureAwait(false);
        if (request.FitDuration && suggestions.FirstOrDefault(static s => s is { Kind: SuggestionKind.Duration, Selected: true })?.Seconds is { } seconds)
        {
            request = request with { Duration = seconds };
        }

        var storyboards = new List<Storyboard>();
        foreach (var size in request.Sizes)
        {
            storyboards.Add(await results.PlanAsync(content, pictures, StoryboardPage.Options(request, size.Width, size.Height), cancellationToken).ConfigureAwait(false));
        }

        return (storyboards, pictures);
    }

    private async Task<OutputFolder> NewFolderAsync(WorkflowRequest request, PageContent content)
    {
        await (request.Turn?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        var folder = OutputFolder.New(request.OutputRoot, Slug.Of(content.Title, content.Url));
        request.Turn?.End();
        return folder;
    }

    // Not async: what the clock makes the current activity must be so in the caller.
    private Task<WorkflowState> BeginAsync(WorkflowStatus status, Func<WorkflowState, WorkflowState> with, string? step = null)
    {
        clock.Begin(step ?? status.ToString().ToLowerInvariant());
        progress?.Report(new WorkflowProgress(status, step ?? "page", 0, 0));
        return change(s => with(s) with { Status = status });
    }
}
