namespace Gpu.Kernels.Launching;

/// <summary>
/// The one-dimensional twin of <see cref="IPixelOperation"/>: an operation over items, where an item may be the row of a
/// matrix (a score), a bin (a histogram) or a block of a reduction.
/// </summary>
public interface IItemOperation
{
    /// <summary>The definition, for one item. GPUs run this, one thread an item.</summary>
    /// <param name="item">Index, from 0 to the number of items - 1.</param>
    void Item(int item);

    /// <summary>
    /// The same bits for a range of items, with host SIMD. The CPU accelerator runs this, one lane a range. Implementations
    /// carry <c>[IntrinsicImplementation]</c>.
    /// </summary>
    /// <param name="first">The range's first item.</param>
    /// <param name="end">The item after the range's last.</param>
    void Items(int first, int end);
}
