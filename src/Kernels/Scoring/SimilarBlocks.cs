using ILGPU.Runtime;

namespace Gpu.Kernels.Scoring;

/// <summary>How the rows of a matrix are shared out: the result does not depend on it.</summary>
/// <param name="Length">Rows a block.</param>
/// <param name="Count">Blocks.</param>
internal readonly record struct SimilarBlocks(int Length, int Count)
{
    // As launches have bands: the last one to end is waited for.
    private const int PerCore = 4;

    // A GPU thread's; four times k, so that a selection leaves a quarter of them.
    private const int Smallest = 256;
    private const int PerSelected = 4;

    public static SimilarBlocks Of(Accelerator accelerator, int rows, int k)
    {
        var least = Math.Max(Smallest, (long)PerSelected * k);
        var length = accelerator.AcceleratorType == AcceleratorType.CPU
            ? Math.Max(least, (rows + (PerCore * (long)accelerator.NumMultiprocessors) - 1) / (PerCore * (long)accelerator.NumMultiprocessors))
            : least;
        length = Math.Min(length, rows);
        return new SimilarBlocks((int)length, (int)((rows + length - 1) / length));
    }
}
