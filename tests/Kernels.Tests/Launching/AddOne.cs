using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Launching;

/// <summary>Counts how often each item is done.</summary>
internal readonly struct AddOne(ArrayView<int> counts) : IItemOperation
{
    public void Item(int item) => counts[item]++;

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            Interlocked.Increment(ref counts[item]);
        }
    }
}
