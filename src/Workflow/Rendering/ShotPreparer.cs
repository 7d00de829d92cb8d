using Gpu.Kernels.Imaging;
using Gpu.Kernels.Video;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>Loads or draws what a shot shows and makes it ready on the engine.</summary>
internal sealed class ShotPreparer(IComputeEngine engine, IPictureLoader loader, Storyboard storyboard, Uri page, ColourTables tables)
{
    // A card is drawn a little larger than the frame, so that its slow move does not magnify it.
    private const double CardScale = 1.04;

    // Under a picture that does not fill the frame lies its own blur, in parts of the frame's shorter side: soft enough that
    // nothing in it is looked at, and darker, so that the picture stands before it.
    private const double GroundBlur = 0.037;
    private const double GroundLight = 0.62;

    /// <summary>Prepares a shot.</summary>
    public async Task<ShotPicture> PrepareAsync(int shot, CancellationToken cancellationToken)
    {
        var plan = storyboard.Shots[shot];
        var picture = plan.Picture is null ? null
            : await loader.LoadAsync(PictureAddress.Resolve(page, plan.Picture, $"$.shots[{shot}].picture"), page, cancellationToken).ConfigureAwait(false);
        if (picture is null || plan.Fit == ShotFit.Inset)
        {
            picture = Card(shot, picture);
        }

        return await PrepareAsync(picture, plan, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is there before a first shot that fades in.</summary>
    public Task<ShotPicture> PrepareGroundAsync(CancellationToken cancellationToken) =>
        PrepareAsync(Card(0, null), new Shot { Start = 0, Duration = 1 }, cancellationToken);

    private Bitmap Card(int variant, Bitmap? picture)
    {
        var (width, height) = ((int)(storyboard.Width * CardScale), (int)(storyboard.Height * CardScale));
        var rgba = picture is null
            ? CardPainter.Ground(storyboard.Style, width, height, variant)
            : CardPainter.Inset(storyboard.Style, width, height, variant, picture);
        return new Bitmap(width, height, rgba);
    }

    private async Task<ShotPicture> PrepareAsync(Bitmap bitmap, Shot shot, CancellationToken cancellationToken)
    {
        var window = new PictureWindow(new PictureSize(bitmap.Width, bitmap.Height), shot, storyboard.Width, storyboard.Height);
        var planes = GC.AllocateUninitializedArray<byte>(I420.Length(window.Width, window.Height), pinned: true);
        var filter = window.Width > window.Columns ? ResizeFilter.Bicubic : ResizeFilter.Lanczos;
        var colour = Colours.Parse(storyboard.Style.Background);
        var background = (colour.Red << 16) | (colour.Green << 8) | colour.Blue;
        var work = new PreparePicture(bitmap.Width, bitmap.Height, bitmap.Rgba, window.Width, window.Height, filter, background, planes, window.Crop);
        await engine.RunAsync(work, null, cancellationToken).ConfigureAwait(false);
        var ground = shot.Fit == ShotFit.Whole ? await GroundAsync(bitmap, shot, background, cancellationToken).ConfigureAwait(false) : null;
        if (shot is { Picture: not null, Fit: not ShotFit.Inset })
        {
            planes = await GradeAsync(shot, window.Width, window.Height, planes, cancellationToken).ConfigureAwait(false);
        }

        return new ShotPicture(new FramePicture(window.Width, window.Height, planes), window, ground, shot.Rotation, shot.Ease);
    }

    // Cards have the style's colours already, and what stands on them is to match.
    private Task<byte[]> GradeAsync(Shot shot, int width, int height, byte[] planes, CancellationToken cancellationToken)
    {
        var grade = shot.Grade ?? storyboard.Grade;
        return PictureGrader.ApplyAsync(engine, width, height, planes, grade, tables.Find(grade?.Lut), cancellationToken);
    }

    private async Task<FramePicture> GroundAsync(Bitmap bitmap, Shot shot, int background, CancellationToken cancellationToken)
    {
        var (width, height) = (storyboard.Width, storyboard.Height);
        var planes = GC.AllocateUninitializedArray<byte>(I420.Length(width, height), pinned: true);
        var sigma = Math.Clamp(GroundBlur * Math.Min(width, height), 1, GaussianBlur.MaxSigma);
        await engine.RunAsync(new BackgroundFill(bitmap.Width, bitmap.Height, bitmap.Rgba, width, height, sigma, GroundLight, background, planes), null, cancellationToken).ConfigureAwait(false);
        return new FramePicture(width, height, await GradeAsync(shot, width, height, planes, cancellationToken).ConfigureAwait(false));
    }
}
