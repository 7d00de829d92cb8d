using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Runtime.Tests.Support;

/// <summary>A kernel of the tests' own: adds a number to each item.</summary>
public readonly struct AddOne(ArrayView<int> from, ArrayView<int> to, int addend) : IItemOperation
{
    public void Item(int item) => to[item] = from[item] + addend;

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            to[i] = from[i] + addend;
        }
    }
}
