using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Benchmarks.Contests;

/// <summary>
/// As many products and sums, each rounded by itself, as a product of matrices has, all in registers and from nowhere: what no product without
/// fused operations can beat. An item is a row.
/// </summary>
internal readonly struct Products(ArrayView<float> sums, int each) : IItemOperation
{
    private const int Chains = 12;

    /// <inheritdoc/>
    public void Item(int item)
    {
        var sum = 0f;
        for (var i = 0; i < each; i++)
        {
            sum = (sum * 0.5f) + 1;
        }

        sums[item] = sum;
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public void Items(int first, int end) => sums[first] = Run((long)(end - first) * each / Vector256<float>.Count / Chains);

    // Twelve chains: enough that no product waits for the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run(long times)
    {
        Vector256<float> x = Vector256.Create(0.5f), y = Vector256.Create(1f), a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (; times > 0; times--)
        {
            a = (a * x) + y;
            b = (b * x) + y;
            c = (c * x) + y;
            d = (d * x) + y;
            e = (e * x) + y;
            f = (f * x) + y;
            g = (g * x) + y;
            h = (h * x) + y;
            i = (i * x) + y;
            j = (j * x) + y;
            k = (k * x) + y;
            l = (l * x) + y;
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
