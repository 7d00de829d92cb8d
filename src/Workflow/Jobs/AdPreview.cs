using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>A frame of an ad that was not made.</summary>
/// <param name="Time">Seconds from the ad's start.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rgba">R'G'B'A, opaque.</param>
public sealed record PreviewFrame(double Time, int Width, int Height, ReadOnlyMemory<byte> Rgba);

/// <summary>Shows single frames of an ad without making it: nothing is encoded, and only what these frames show is prepared.</summary>
/// <param name="stages">The stages.</param>
/// <param name="results">Takes from the cache what is there.</param>
internal sealed class AdPreview(WorkflowStages stages, CachedStages results)
{
    /// <summary>Renders frames.</summary>
    /// <param name="request">The ad.</param>
    /// <param name="times">The times in seconds; given the storyboard, as its length may not be known before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(Storyboard Storyboard, IReadOnlyList<PreviewFrame> Frames, IReadOnlyList<string> Warnings)> RenderAsync(WorkflowRequest request, Func<Storyboard, IReadOnlyList<double>> times, CancellationToken cancellationToken)
    {
        var content = request.StoryboardOnly ? StoryboardPage.Of(request) : await results.ExtractAsync(request.Source, cancellationToken).ConfigureAwait(false);
        var board = StoryboardPage.Given(request, content.Url) ?? await PlanAsync(request, content, cancellationToken).ConfigureAwait(false);
        var last = FrameClock.Frames(board) - 1;
        var frames = times(board).Select(t => Math.Clamp((int)Math.Round(t * board.FramesPerSecond), 0, last)).ToArray();

        // Only what follows the voice needs it.
        var narration = stages.Sound is { } sound && board.CaptionMode == CaptionMode.Words ? sound.SpeakAsync(board, cancellationToken) : Task.FromResult(Narration.None);
        var kept = new KeptFrames(board);
        var summary = await stages.Renderer.RenderFramesAsync(board, content.Url, narration, [.. frames.Distinct().Order()], kept, cancellationToken).ConfigureAwait(false);
        var pictures = frames.Distinct().Order().Zip(kept.Frames).ToDictionary(static f => f.First, static f => f.Second);
        return (board, [.. frames.Select(f => new PreviewFrame(FrameClock.Time(board, f), board.Width, board.Height, pictures[f]))], summary.Warnings);
    }

    private async Task<Storyboard> PlanAsync(WorkflowRequest request, PageContent content, CancellationToken cancellationToken)
    {
        var suggestions = await results.SuggestAsync(content, request.Edits ?? SuggestionEdits.None, cancellationToken).ConfigureAwait(false);
        var pictures = await results.LoadAsync(content, suggestions, cancellationToken).ConfigureAwait(false);
        return await results.PlanAsync(content, pictures, StoryboardPage.Options(request, request.Width, request.Height), cancellationToken).ConfigureAwait(false);
    }

    private sealed class KeptFrames(Storyboard board) : IFrameSink
    {
        public List<ReadOnlyMemory<byte>> Frames { get; } = [];

        public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
        {
            Frames.Add(FrameColours.ToRgba(frame.Span, board.Width, board.Height));
            return ValueTask.CompletedTask;
        }
    }
}
