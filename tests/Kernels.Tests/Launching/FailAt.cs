using Gpu.Kernels.Launching;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Launching;

/// <summary>Throws where it meets an item.</summary>
internal readonly struct FailAt(int bad) : IItemOperation
{
    public void Item(int item)
    {
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        if (first <= bad && bad < end)
        {
            throw new InvalidOperationException($"Item {bad}.");
        }
    }
}
