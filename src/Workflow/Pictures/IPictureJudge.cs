using Gpu.Kernels.Judging;

namespace Gpu.Workflow.Pictures;

/// <summary>Finds what decoded pictures are worth: sharpness, light, colours, and what they are recognised by.</summary>
public interface IPictureJudge
{
    /// <summary>Judges pictures.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A quality for each, with crops for 16:9, 9:16, 1:1, 4:3 and 21:9, in this order.</returns>
    Task<IReadOnlyList<PictureQuality>> JudgeAsync(IReadOnlyList<Bitmap> pictures, CancellationToken cancellationToken = default);
}
