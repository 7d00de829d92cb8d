using System.Runtime.CompilerServices;
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
    public unsafe void AddRow(int pixel, int length, long first)
    {
        fixed (byte* from = &rgba[4L * pixel])
        {
            fixed (uint* into = &counters[first])
            {
                for (var i = 0; i < 4 * length; i += 4)
                {
                    var cell = into + (CellLength * Cell(from[i], from[i + 1], from[i + 2]));
                    cell[0]++;
                    cell[1] += from[i];
                    cell[2] += from[i + 1];
                    cell[3] += from[i + 2];
                }
            }
        }
    }

    private static uint Cell(uint red, uint green, uint blue) => (red >> 5 << 6) | (green >> 5 << 3) | (blue >> 5);
}
