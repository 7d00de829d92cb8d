using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>The keys that selections from parts have left, to select from again.</summary>
internal readonly struct GivenKeys(ArrayView<ulong> keys) : ITopKeys
{
    public ulong Key(long row, long index) => keys[row + index];

    [IntrinsicImplementation]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Offer(long row, long start, long end, ref HostReservoir reservoir)
    {
        foreach (var key in HostSpan.Of(keys, row + start, end - start))
        {
            reservoir.Offer(key);
        }
    }
}
