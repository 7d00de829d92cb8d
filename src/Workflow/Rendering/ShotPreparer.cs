using Gpu.Kernels.Imaging;
using Gpu.Kernels.Video;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>Loads or draws what a shot shows and makes it ready on the engine.</summary>
internal sealed class ShotPreparer(IComputeEngine engine, IPictureLoader loader, Storyboard storyboard, Uri page)
{
    // A card is drawn a little larger than the frame, so that its slow move does not magnify it.
    private const double CardScale = 1.04;

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
        var ground = Colours.Parse(storyboard.Style.Background);
        var work = new PreparePicture(
            window.Columns, window.Rows, window.Cut(bitmap.Rgba), window.Width, window.Height, filter, (ground.Red << 16) | (ground.Green << 8) | ground.Blue, planes);
        await engine.RunAsync(work, null, cancellationToken).ConfigureAwait(false);
        return new ShotPicture(new FramePicture(window.Width, window.Height, planes), window);
    }
}
