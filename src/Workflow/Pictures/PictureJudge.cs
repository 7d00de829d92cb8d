using Gpu.Kernels.Judging;
using Gpu.Runtime.Scheduling;

namespace Gpu.Workflow.Pictures;

/// <summary>Judges pictures on the engine, a batch in one piece of work.</summary>
/// <param name="engine">Where it runs.</param>
internal sealed class PictureJudge(IComputeEngine engine) : IPictureJudge
{
    private static readonly JudgeOptions Options = new() { Aspects = [.. PictureAspects.All.Select(static a => a.Aspect)] };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PictureQuality>> JudgeAsync(IReadOnlyList<Bitmap> pictures, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0)
        {
            return [];
        }

        var work = new JudgePictures([.. pictures.Select(static p => new RgbaPicture(p.Width, p.Height, p.Rgba))], Options);
        await engine.RunAsync(work, null, cancellationToken).ConfigureAwait(false);
        return work.Results();
    }
}
