using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// Sums of groups of parts in 64-bit integers, exact in any order. An item is one measure of one of a group's slots; slot s
/// of n takes the group's parts s, s + n, s + 2n and so on, so that a GPU's threads read side by side.
/// </summary>
/// <param name="parts">Measures of all parts, group behind group.</param>
/// <param name="starts">For each group the number of its first part, then the number of all parts.</param>
/// <param name="slots">Slots a group.</param>
/// <param name="measures">Measures a part.</param>
/// <param name="sums">Takes groups x slots x measures sums.</param>
internal readonly struct SumParts(ArrayView<long> parts, ArrayView<int> starts, int slots, int measures, ArrayView<long> sums) : IItemOperation
{
    public void Item(int item)
    {
        int measure = item % measures, slot = item / measures % slots, group = item / measures / slots;
        long sum = 0;
        for (var part = starts[group] + slot; part < starts[group + 1]; part += slots)
        {
            sum += parts[((long)part * measures) + measure];
        }

        sums[item] = sum;
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var from = HostSpan.Of(parts, 0, parts.Length);
        var bounds = HostSpan.Of(starts, 0, starts.Length);
        var into = HostSpan.Of(sums, 0, sums.Length);
        for (var item = first; item < end; item++)
        {
            int measure = item % measures, slot = item / measures % slots, group = item / measures / slots;
            long sum = 0;
            for (var part = bounds[group] + slot; part < bounds[group + 1]; part += slots)
            {
                sum += from[(part * measures) + measure];
            }

            into[item] = sum;
        }
    }
}
