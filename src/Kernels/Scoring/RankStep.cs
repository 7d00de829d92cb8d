using System.Numerics;
using System.Runtime.CompilerServices;
using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// A step of a power iteration: to[j] = sum over i of shares[i, j] from[i], from +0 on, in the order of i; or from[j] itself
/// once the iteration has ended. NaN comes out as one NaN. An item is a column.
/// </summary>
/// <param name="shares">n x n.</param>
/// <param name="from">n.</param>
/// <param name="ended">One number: not 0 when the iteration has ended.</param>
/// <param name="to">Takes n.</param>
internal readonly struct RankStep(ArrayView<float> shares, ArrayView<float> from, ArrayView<int> ended, ArrayView<float> to) : IItemOperation
{
    private readonly ArrayView<uint> _to = to.Cast<uint>();
    private readonly uint _zero = 0;

    public void Item(int item)
    {
        if (ended[0] != 0)
        {
            _to[item] = Interop.FloatAsInt(from[item]);
            return;
        }

        var sum = 0f;
        for (long i = 0; i < from.Length; i++)
        {
            sum += RoundedFloat.Multiply(shares[(i * from.Length) + item], from[i], _zero);
        }

        _to[item] = FloatBits.Canonical(sum);
    }

    [IntrinsicImplementation]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Items(int first, int end)
    {
        var given = HostSpan.Of(from, 0, from.Length);
        var sums = HostSpan.Of(to, first, end - first);
        if (ended[0] != 0)
        {
            given[first..end].CopyTo(sums);
            return;
        }

        sums.Clear();
        for (var i = 0; i < given.Length; i++)
        {
            var row = HostSpan.Of(shares, ((long)i * given.Length) + first, sums.Length);
            var factor = new Vector<float>(given[i]);
            var j = 0;
            for (; j <= sums.Length - Vector<float>.Count; j += Vector<float>.Count)
            {
                (new Vector<float>(sums[j..]) + (new Vector<float>(row[j..]) * factor)).CopyTo(sums[j..]);
            }

            for (; j < sums.Length; j++)
            {
                sums[j] += row[j] * given[i];
            }
        }

        var bits = HostSpan.Of(_to, first, end - first);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = FloatBits.Canonical(sums[i]);
        }
    }
}
