using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>What a float operation must not be: the driver may fuse its multiplication and addition on CUDA.</summary>
internal readonly struct BareFloats(ArrayView<float> values) : IItemOperation
{
    public void Item(int item) => values[item] = (values[item] * values[item]) + 1;

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
    }
}
