using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Launching;

/// <summary>Says on which thread its host body ran.</summary>
internal readonly struct ThreadOf(ArrayView<int> thread) : IItemOperation
{
    public void Item(int item) => thread[item] = 0;

    [IntrinsicImplementation]
    public void Items(int first, int end) => thread[first] = Environment.CurrentManagedThreadId;
}
