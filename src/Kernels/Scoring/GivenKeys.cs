using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>The keys that selections from parts have left, to select from again.</summary>
internal readonly struct GivenKeys(ArrayView<ulong> keys) : ITopKeys
{
    public long Length => keys.Length;

    public ulong Key(long index) => keys[index];

    [IntrinsicImplementation]
    public long Next(long start, long end, ulong bound)
    {
        var from = HostSpan.Of(keys, start, end - start);
        var i = 0;
        while (i < from.Length && from[i] <= bound)
        {
            i++;
        }

        return start + i;
    }
}
