using Gpu.Kernels.Judging;

namespace Gpu.Workflow.Pictures;

/// <summary>Finds what decoded pictures are worth: sharpness, light, colours, and what they are recognised by.</summary>
public interface IPictureJudge
{
    /// <summary>Judges pictures.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A quality for each.</returns>
    Task<IReadOnlyList<PictureQuality>> JudgeAsync(IReadOnlyList<Bitmap> pictures, CancellationToken cancellationToken = default);
}
