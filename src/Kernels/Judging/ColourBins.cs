using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Judging;

/// <summary>
/// A colour histogram of 8 x 8 x 8 cells (the upper three bits of R', G' and B'), each with its number of pixels and the
/// sums of their R', G' and B': 2,048 counters. A picture of up to 16 megapixels stays within 32 bits.
/// </summary>
internal readonly struct ColourBins(ArrayView<byte> rgba, ArrayView<uint> counters) : IPictureBins
{
    /// <summary>Cells a histogram.</summary>
    public const int Cells = 512;

    /// <summary>Counters a cell: pixels, red, green, blue.</summary>
    public const int CellLength = 4;

    /// <summary>Counters a histogram.</summary>
    public const int Count = Cells * CellLength;

    public int Length => Count;

    public void Clear(long counter) => counters[counter] = 0;

    public void Add(int pixel, long first)
    {
        uint red = rgba[4 * pixel], green = rgba[(4 * pixel) + 1], blue = rgba[(4 * pixel) + 2];
        var cell = first + (CellLength * Cell(red, green, blue));
        counters[cell]++;
        counters[cell + 1] += red;
        counters[cell + 2] += green;
        counters[cell + 3] += blue;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void CountBlocks(PictureBlocks blocks, int first, int end, long counter)
    {
        HostSpan.Of(counters, counter, Count).Clear();
        fixed (byte* from = &rgba[0])
        {
            fixed (uint* into = &counters[counter])
            {
                for (var block = first; block < end; block++)
                {
                    var area = blocks.Area(block);
                    for (var y = area.Top; y < area.Bottom; y++)
                    {
                        var pixel = from + (4 * (area.Offset + ((long)y * area.Width) + area.Left));
                        for (var last = pixel + (4L * (area.Right - area.Left)); pixel < last; pixel += 4)
                        {
                            uint red = pixel[0], green = pixel[1], blue = pixel[2];
                            var cell = into + (CellLength * Cell(red, green, blue));
                            cell[0]++;
                            cell[1] += red;
                            cell[2] += green;
                            cell[3] += blue;
                        }
                    }
                }
            }
        }
    }

    private static uint Cell(uint red, uint green, uint blue) => (red >> 5 << 6) | (green >> 5 << 3) | (blue >> 5);
}
