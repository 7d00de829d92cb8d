using System.Numerics;
using System.Runtime.CompilerServices;
using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The gradient by the weights of linear scores: gradient[f] = sum of slopes[p] (features[first, f] - features[second, f]) over
/// the pairs, from +0 on, in their order; each operation rounded by itself. NaN comes out as one NaN. An item is a column.
/// </summary>
/// <param name="features">N x columns, row-major.</param>
/// <param name="columns">At least 1.</param>
/// <param name="pairs">First and second of each pair, from 0 to N - 1.</param>
/// <param name="slopes">One a pair.</param>
/// <param name="gradient">Takes one a column.</param>
internal readonly struct PairGradient(ArrayView<float> features, int columns, ArrayView<int> pairs, ArrayView<float> slopes, ArrayView<float> gradient) : IItemOperation
{
    private readonly ArrayView<uint> _gradient = gradient.Cast<uint>();
    private readonly uint _zero = 0;

    public void Item(int item)
    {
        var sum = 0f;
        for (long pair = 0; pair < slopes.Length; pair++)
        {
            var difference = features[((long)pairs[2 * pair] * columns) + item] - features[((long)pairs[(2 * pair) + 1] * columns) + item];
            sum += RoundedFloat.Multiply(slopes[pair], difference, _zero);
        }

        _gradient[item] = FloatBits.Canonical(sum);
    }

    [IntrinsicImplementation]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Items(int first, int end)
    {
        var all = HostSpan.Of(features, 0, features.Length);
        var of = HostSpan.Of(pairs, 0, pairs.Length);
        var slope = HostSpan.Of(slopes, 0, slopes.Length);
        var sums = HostSpan.Of(gradient, first, end - first);
        sums.Clear();
        for (var pair = 0; pair < slope.Length; pair++)
        {
            var a = all.Slice((of[2 * pair] * columns) + first, sums.Length);
            var b = all.Slice((of[(2 * pair) + 1] * columns) + first, sums.Length);
            var factor = new Vector<float>(slope[pair]);
            var i = 0;
            for (; i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                var sum = new Vector<float>(sums[i..]) + (factor * (new Vector<float>(a[i..]) - new Vector<float>(b[i..])));
                sum.CopyTo(sums[i..]);
            }

            for (; i < sums.Length; i++)
            {
                sums[i] += slope[pair] * (a[i] - b[i]);
            }
        }

        var bits = HostSpan.Of(_gradient, first, end - first);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = FloatBits.Canonical(sums[i]);
        }
    }
}
