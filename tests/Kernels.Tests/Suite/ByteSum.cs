using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>The smallest item operation: the sum of each row of a byte matrix.</summary>
internal readonly struct ByteSum(ArrayView<byte> rows, ArrayView<int> sums, int columns) : IItemOperation
{
    public static ItemRun<ByteSum> Make(CaseArguments arguments)
    {
        int items = arguments.Size(), columns = arguments.Size();
        return new(new ByteSum(arguments.Input(arguments.Bits<byte>(items * columns)), arguments.Output<int>(items), columns), items);
    }

    public void Item(int item)
    {
        var sum = 0;
        for (var i = 0; i < columns; i++)
        {
            sum += rows[(item * columns) + i];
        }

        sums[item] = sum;
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            Item(item);
        }
    }
}
