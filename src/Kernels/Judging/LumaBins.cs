using System.Runtime.CompilerServices;
using ILGPU;

namespace Gpu.Kernels.Judging;

/// <summary>A histogram of bytes: 256 counters.</summary>
internal readonly struct LumaBins(ArrayView<byte> luma, ArrayView<uint> counters) : IPictureBins
{
    /// <summary>Counters a histogram.</summary>
    public const int Count = 256;

    public int Length => Count;

    public void Clear(long counter) => counters[counter] = 0;

    public void Add(int pixel, long first) => counters[first + luma[pixel]]++;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddRow(int pixel, int length, long first)
    {
        fixed (byte* from = &luma[pixel])
        {
            fixed (uint* into = &counters[first])
            {
                for (var i = 0; i < length; i++)
                {
                    into[from[i]]++;
                }
            }
        }
    }
}
