using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The pairwise-logistic loss (RankNet: Burges et al., ICML 2005) of pairs of which the first should score higher: with
/// d = scores[first] - scores[second], log(1 + exp(-d)), and its slope by d, -1 / (1 + exp(d)). d = -infinity gives
/// infinity and -1; NaN, also of two equal infinities, gives NaN for both.
/// </summary>
/// <param name="scores">N.</param>
/// <param name="pairs">First and second of each pair, from 0 to N - 1.</param>
/// <param name="losses">Takes one a pair.</param>
/// <param name="slopes">Takes one a pair.</param>
internal readonly struct PairLosses(ArrayView<float> scores, ArrayView<int> pairs, ArrayView<float> losses, ArrayView<float> slopes) : IItemOperation
{
    private const uint Sign = 0x80000000;

    private readonly ArrayView<uint> _losses = losses.Cast<uint>();
    private readonly ArrayView<uint> _slopes = slopes.Cast<uint>();
    private readonly uint _zero = 0;

    public void Item(int item)
    {
        var difference = Interop.FloatAsInt(scores[pairs[2 * item]] - scores[pairs[(2 * item) + 1]]);
        _losses[item] = Loss(difference);
        _slopes[item] = Slope(difference);
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var all = HostSpan.Of(scores, 0, scores.Length);
        var of = HostSpan.Of(pairs, 2L * first, 2L * (end - first));
        var loss = HostSpan.Of(_losses, first, end - first);
        var slope = HostSpan.Of(_slopes, first, end - first);
        for (var i = 0; i < loss.Length; i++)
        {
            var difference = BitConverter.SingleToUInt32Bits(all[of[2 * i]] - all[of[(2 * i) + 1]]);
            loss[i] = Loss(difference);
            slope[i] = Slope(difference);
        }
    }

    // max(-d, 0) + log(1 + exp(-|d|)): no exponential is too large, and none of the digits of a small loss is lost.
    private uint Loss(uint difference)
    {
        var small = Exponential.LogOfOneAnd(Exponential.Exp(Interop.IntAsFloat(difference | Sign), _zero), _zero);
        return FloatBits.IsNaN(difference)
            ? FloatBits.NaN
            : Interop.FloatAsInt((difference & Sign) != 0 ? small + Interop.IntAsFloat(difference & ~Sign) : small);
    }

    // -1 / (1 + e) for d < 0 and -e / (1 + e) otherwise, with e = exp(-|d|).
    private uint Slope(uint difference)
    {
        var e = Exponential.Exp(Interop.IntAsFloat(difference | Sign), _zero);
        var one = Reciprocal.Of(1 + e, _zero);
        return FloatBits.IsNaN(difference)
            ? FloatBits.NaN
            : Interop.FloatAsInt((difference & Sign) != 0 ? one : RoundedFloat.Multiply(e, one, _zero)) | Sign;
    }
}
