using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Benchmarks.Contests;

/// <summary>Reads rows of bytes once, and does as little with them as the compiler allows: what no measure of a picture can beat.</summary>
internal readonly struct ReadBytes(ArrayView<byte> rows, ArrayView<int> marks, int columns) : IItemOperation
{
    /// <inheritdoc/>
    public void Item(int item)
    {
        var mark = 0;
        for (var i = 0; i < columns; i++)
        {
            mark |= rows[((long)item * columns) + i];
        }

        marks[item] = mark;
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (byte* all = &rows[0])
        {
            for (var item = first; item < end; item++)
            {
                marks[item] = Mark(MemoryMarshal.Cast<byte, Vector256<byte>>(new ReadOnlySpan<byte>(all + ((long)item * columns), columns)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Mark(ReadOnlySpan<Vector256<byte>> row)
    {
        Vector256<byte> a = default, b = default, c = default, d = default;
        for (var i = 0; i + 3 < row.Length; i += 4)
        {
            a |= row[i];
            b |= row[i + 1];
            c |= row[i + 2];
            d |= row[i + 3];
        }

        return (a | b | c | d)[0];
    }
}
