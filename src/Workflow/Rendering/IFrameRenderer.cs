using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>The fourth stage: a storyboard becomes frames.</summary>
public interface IFrameRenderer
{
    /// <summary>
    /// Renders all frames in order and hands each to <paramref name="sink"/>, rendering ahead while the sink is busy. The
    /// same storyboard and pictures give the same bytes on any device and with any number of workers.
    /// </summary>
    /// <param name="storyboard">The ad.</param>
    /// <param name="page">The page that pictures are relative to.</param>
    /// <param name="sink">Takes the frames, one at a time.</param>
    /// <param name="progress">Told the number of frames done; null for nobody.</param>
    /// <param name="cancellationToken">Stops between frames.</param>
    Task<RenderSummary> RenderAsync(Storyboard storyboard, Uri page, IFrameSink sink, IProgress<int>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>The same with what is said, for what moves with it: a presenter's mouth. A renderer that has nothing of the kind does without.</summary>
    /// <param name="storyboard">The ad.</param>
    /// <param name="page">The page that pictures are relative to.</param>
    /// <param name="narration">What is said, made beside the first pictures.</param>
    /// <param name="sink">Takes the frames, one at a time.</param>
    /// <param name="progress">Told the number of frames done; null for nobody.</param>
    /// <param name="cancellationToken">Stops between frames.</param>
    Task<RenderSummary> RenderSpokenAsync(Storyboard storyboard, Uri page, Task<Narration> narration, IFrameSink sink, IProgress<int>? progress, CancellationToken cancellationToken) =>
        RenderAsync(storyboard, page, sink, progress, cancellationToken);

    /// <summary>Renders some of the frames, as they are in the whole.</summary>
    /// <param name="storyboard">The ad.</param>
    /// <param name="page">The page that pictures are relative to.</param>
    /// <param name="narration">What is said.</param>
    /// <param name="frames">Their numbers, from 0, each once and in order.</param>
    /// <param name="sink">Takes the frames, one at a time.</param>
    /// <param name="cancellationToken">Stops between frames.</param>
    Task<RenderSummary> RenderFramesAsync(Storyboard storyboard, Uri page, Task<Narration> narration, IReadOnlyList<int> frames, IFrameSink sink, CancellationToken cancellationToken) =>
        RenderSpokenAsync(storyboard, page, narration, new SomeFrames(sink, frames), null, cancellationToken);
}

/// <summary>What was rendered.</summary>
/// <param name="Frames">How many frames.</param>
/// <param name="Sha256">Of all frames' bytes in order (I420), lower-case hex; empty where <see cref="RenderOptions.HashFrames"/> is off.</param>
/// <param name="Devices">The devices that rendered them.</param>
public sealed record RenderSummary(int Frames, string Sha256, IReadOnlyList<string> Devices)
{
    /// <summary>What could not be shown as asked, such as words that no font here can write; for the person who asked.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
