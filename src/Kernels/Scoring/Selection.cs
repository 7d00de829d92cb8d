using ILGPU;
using ILGPU.Runtime;
using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>The k best of each row on any accelerator: on the CPU in one launch, on GPUs in rounds that leave a quarter at most.</summary>
internal static class Selection
{
    // A block a GPU thread; four times k, so that each round leaves a quarter at most.
    private const int SmallestBlock = 256;
    private const int BlockPerSelected = 4;

    // Candidates that one core looks through in about the time that waking another takes, some 50 microseconds.
    private const int SmallestRange = 1 << 18;

    /// <summary>Keys of working memory.</summary>
    public static long ScratchLength(Accelerator accelerator, int rows, int length, int k)
    {
        long total = 0;
        for (long left = length, blocks = 0; blocks != 1; left = blocks * k)
        {
            var block = Block(accelerator, left, k);
            blocks = (left + block - 1) / block;
            total += rows * blocks * k;
        }

        return total;
    }

    /// <summary>Selects.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="candidates">Rows of candidates.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="length">Candidates a row, at least 1.</param>
    /// <param name="k">At least 1.</param>
    /// <param name="scratch">Of <see cref="ScratchLength"/>.</param>
    /// <param name="indices">Working memory as long, unless one round is enough, as it is on the CPU.</param>
    /// <param name="top">Takes rows x k indices, best first, -1 where a row has fewer than k.</param>
    /// <returns>The keys of the selected: rows x k, within <paramref name="scratch"/>.</returns>
    public static ArrayView<ulong> Run<TKeys>(
        Accelerator accelerator, TKeys candidates, int rows, int length, int k, ArrayView<ulong> scratch, ArrayView<int> indices, ArrayView<int> top)
        where TKeys : struct, ITopKeys
    {
        var block = Block(accelerator, length, k);
        var blocks = (int)((length + block - 1) / block);
        var keys = scratch.SubView(0, (long)rows * blocks * k);
        var items = checked(rows * blocks);
        accelerator.RunRanges(
            new TopK<TKeys>(candidates, length, (int)block, k, keys, blocks == 1 ? top : indices.SubView(0, keys.Length)),
            items,
            (int)Math.Max(1, SmallestRange / block));
        return blocks == 1
            ? keys
            : Run(accelerator, new GivenKeys(keys), rows, checked(blocks * k), k, scratch.SubView(keys.Length, scratch.Length - keys.Length), indices, top);
    }

    /// <summary>As above, with memory from a scope.</summary>
    public static ArrayView<ulong> Run<TKeys>(IDeviceScope scope, TKeys candidates, int rows, int length, int k, Memory<int> top)
        where TKeys : struct, ITopKeys => Run(scope, candidates, rows, length, k, scope.Output(top));

    /// <summary>As above, with the selected left on the device.</summary>
    public static ArrayView<ulong> Run<TKeys>(IDeviceScope scope, TKeys candidates, int rows, int length, int k, ArrayView<int> top)
        where TKeys : struct, ITopKeys
    {
        var scratch = scope.Scratch<ulong>(ScratchLength(scope.Accelerator, rows, length, k));
        var rounds = scratch.Length > (long)rows * k;
        var indices = rounds ? scope.Scratch<int>(scratch.Length) : default;
        return Run(scope.Accelerator, candidates, rows, length, k, scratch, indices, top);
    }

    private static long Block(Accelerator accelerator, long length, int k) =>
        accelerator.AcceleratorType == AcceleratorType.CPU
            ? length
            : Math.Min(length, Math.Max(SmallestBlock, (long)BlockPerSelected * k));
}
