using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
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

    // In turn into four tables: neighbours are often equal, and an addition to what was just stored waits for it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void CountBlocks(PictureBlocks blocks, int first, int end, long counter)
    {
        var tables = stackalloc uint[4 * Count];
        new Span<uint>(tables, 4 * Count).Clear();
        fixed (byte* from = &luma[0])
        {
            for (var block = first; block < end; block++)
            {
                var area = blocks.Area(block);
                for (var y = area.Top; y < area.Bottom; y++)
                {
                    byte* pixel = from + area.Offset + ((long)y * area.Width) + area.Left, last = pixel + area.Right - area.Left;
                    for (; pixel <= last - 4; pixel += 4)
                    {
                        tables[pixel[0]]++;
                        tables[Count + pixel[1]]++;
                        tables[(2 * Count) + pixel[2]]++;
                        tables[(3 * Count) + pixel[3]]++;
                    }

                    for (; pixel < last; pixel++)
                    {
                        tables[*pixel]++;
                    }
                }
            }
        }

        var into = HostSpan.Of(counters, counter, Count);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = tables[i] + tables[Count + i] + tables[(2 * Count) + i] + tables[(3 * Count) + i];
        }
    }
}
