using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Ends a power iteration when the squares of the changes, added up as <see cref="LaneTotal{TTerms}"/> does, are at most a
/// limit. One item.
/// </summary>
/// <param name="before">n.</param>
/// <param name="after">n.</param>
/// <param name="limit">The square of the 2-norm at which it ends.</param>
/// <param name="ended">One number, which becomes 1.</param>
internal readonly struct RankChange(ArrayView<float> before, ArrayView<float> after, float limit, ArrayView<int> ended) : IItemOperation
{
    private readonly uint _zero = 0;

    public void Item(int item)
    {
        // Of numbers of 0 or more, bits are in the order of values; NaN is above all, and never ends.
        var change = Interop.FloatAsInt(new LaneTotal<Squares>(new Squares(before, after, _zero), (int)before.Length).Sum());
        if (change <= Interop.FloatAsInt(limit))
        {
            ended[item] = 1;
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            Item(item);
        }
    }

    private readonly struct Squares(ArrayView<float> before, ArrayView<float> after, uint zero) : ILaneTerms
    {
        public float Term(int column)
        {
            var change = after[column] - before[column];
            return RoundedFloat.Multiply(change, change, zero);
        }
    }
}
