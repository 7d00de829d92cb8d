using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>What an inner loop should not do: tens of instructions each time.</summary>
internal readonly struct LoopDivision(ArrayView<int> values, int by) : IItemOperation
{
    public void Item(int item)
    {
        for (var i = 0; i < by; i++)
        {
            values[item] /= by - i;
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
    }
}
