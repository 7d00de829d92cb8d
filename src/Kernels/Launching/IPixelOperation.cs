namespace Gpu.Kernels.Launching;

/// <summary>
/// An operation over the pixels (or 2x2 blocks) of a grid. A struct that implements it is a kernel: its fields are the
/// arguments, <see cref="Pixel"/> is its definition and <see cref="Rows"/> the same results, fast, on the CPU.
/// </summary>
public interface IPixelOperation
{
    /// <summary>The definition, for one cell of the grid. GPUs run this, one thread a cell.</summary>
    /// <param name="x">Column, from 0 to the grid's width - 1.</param>
    /// <param name="y">Row, from 0 to the grid's height - 1.</param>
    void Pixel(int x, int y);

    /// <summary>
    /// The same bits for a band of rows, with host SIMD. The CPU accelerator runs this, one lane a band. Implementations
    /// carry <c>[IntrinsicImplementation]</c>, which keeps ILGPU's compiler out of the body.
    /// </summary>
    /// <param name="first">The band's first row.</param>
    /// <param name="end">The row after the band's last.</param>
    void Rows(int first, int end);
}
