using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>Adds up the histograms of each picture's parts. An item is a counter of a picture.</summary>
/// <param name="parts">Counters of all parts.</param>
/// <param name="starts">For each picture the number of its first part, then that of all parts.</param>
/// <param name="length">Counters a histogram.</param>
/// <param name="sums">Takes the counters of all pictures.</param>
internal readonly struct SumCounters(ArrayView<uint> parts, ArrayView<int> starts, int length, ArrayView<uint> sums) : IItemOperation
{
    public void Item(int item)
    {
        int picture = item / length, counter = item % length;
        uint sum = 0;
        for (var part = starts[picture]; part < starts[picture + 1]; part++)
        {
            sum += parts[((long)part * length) + counter];
        }

        sums[item] = sum;
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end;)
        {
            int picture = item / length, counter = item % length, count = Math.Min(length - counter, end - item);
            var into = HostSpan.Of(sums, item, count);
            into.Clear();
            for (var part = starts[picture]; part < starts[picture + 1]; part++)
            {
                Add(HostSpan.Of(parts, ((long)part * length) + counter, count), into);
            }

            item += count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<uint> from, Span<uint> into)
    {
        var i = 0;
        for (; i <= into.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            (Vector256.Create(from[i..]) + Vector256.Create<uint>(into[i..])).CopyTo(into[i..]);
        }

        for (; i < into.Length; i++)
        {
            into[i] += from[i];
        }
    }
}
