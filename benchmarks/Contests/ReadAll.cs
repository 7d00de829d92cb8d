using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Benchmarks.Contests;

/// <summary>Reads each row of a matrix once, and does as little with it as the compiler allows: what no score can beat.</summary>
internal readonly struct ReadAll(ArrayView<float> matrix, ArrayView<float> sums, int columns) : IItemOperation
{
    /// <inheritdoc/>
    public void Item(int item)
    {
        var sum = 0f;
        for (var i = 0; i < columns; i++)
        {
            sum += matrix[((long)item * columns) + i];
        }

        sums[item] = sum;
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (float* all = &matrix[0])
        {
            sums[first] = Sum(MemoryMarshal.Cast<float, Vector<float>>(new ReadOnlySpan<float>(all + ((long)first * columns), (end - first) * columns)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(ReadOnlySpan<Vector<float>> rows)
    {
        Vector<float> a = default, b = default, c = default, d = default;
        for (var i = 0; i + 3 < rows.Length; i += 4)
        {
            a += rows[i];
            b += rows[i + 1];
            c += rows[i + 2];
            d += rows[i + 3];
        }

        return Vector.Sum(a + b + c + d);
    }
}
