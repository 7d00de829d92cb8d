using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Judging;

/// <summary>An operation whose items are the blocks of pictures, and leave sums of each.</summary>
internal interface IBlockSums<TSelf> : IItemOperation
    where TSelf : struct, IBlockSums<TSelf>
{
    /// <summary>Sums a block.</summary>
    static abstract int Count { get; }

    /// <summary>The operation on pictures.</summary>
    /// <param name="pictures">Their bytes.</param>
    /// <param name="blocks">Their blocks.</param>
    /// <param name="sums">Takes <see cref="Count"/> sums a block.</param>
    static abstract TSelf Of(ArrayView<byte> pictures, PictureBlocks blocks, ArrayView<long> sums);
}
