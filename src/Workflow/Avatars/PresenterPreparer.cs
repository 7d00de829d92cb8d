using Gpu.Kernels.Judging;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Avatars.Drawing;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Avatars;

/// <summary>Makes the presenter of a storyboard, beside the first pictures.</summary>
/// <param name="engine">Finds what of a user's picture matters.</param>
/// <param name="board">The storyboard.</param>
/// <param name="place">Where it stands.</param>
/// <param name="narration">What is said.</param>
internal sealed class PresenterPreparer(IComputeEngine engine, Storyboard board, SKRect place, Task<Narration> narration)
{
    /// <summary>What could not be shown as it should, once it is prepared.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Makes it.</summary>
    public async Task<Presenter> PrepareAsync(CancellationToken cancellationToken)
    {
        var avatar = board.Avatar!;
        var picture = avatar.Picture is { } path ? await AvatarPicture.LoadAsync(path, cancellationToken).ConfigureAwait(false) : null;
        var crop = picture is null ? default : await CropAsync(picture, cancellationToken).ConfigureAwait(false);
        var said = await narration.WaitAsync(cancellationToken).ConfigureAwait(false);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var poses = PoseTrack.Of(said, FrameClock.Frames(board), board.FramesPerSecond, unchecked((ulong)avatar.Seed), unknown);
        Warnings = unknown.Count == 0 ? [] : [$"The presenter's mouth does not know the sounds {string.Join(", ", unknown)}: it keeps the shape before them."];
        var (canvas, colours) = (new AvatarCanvas(place), new StoryboardColours(board.Style));
        return picture is null
            ? new DrawnPresenter(AvatarCatalogue.Find(avatar.Name)!, colours, canvas, poses, board.FramesPerSecond)
            : new PicturePresenter(picture, crop, colours, canvas, poses, board.FramesPerSecond);
    }

    private async Task<CropBox> CropAsync(Bitmap picture, CancellationToken cancellationToken)
    {
        var work = new JudgePictures([new RgbaPicture(picture.Width, picture.Height, picture.Rgba)], new JudgeOptions { Aspects = [new CropAspect(1, 1)] });
        await engine.RunAsync(work, null, cancellationToken).ConfigureAwait(false);
        return work.Results()[0].Crops[0];
    }
}
