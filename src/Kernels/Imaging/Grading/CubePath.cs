using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>The four corners of the tetrahedron in which a colour lies, as indices of the table, and their weights, which sum to 255.</summary>
internal readonly struct CubePath
{
    public readonly int First;
    public readonly int Second;
    public readonly int Third;
    public readonly int Fourth;
    public readonly int Near;
    public readonly int Middle;
    public readonly int Later;
    public readonly int Far;

    /// <summary>Finds it.</summary>
    /// <param name="red">Of the table's axes: the place and the rest of 255.</param>
    /// <param name="green">Likewise.</param>
    /// <param name="blue">Likewise.</param>
    /// <param name="size">Colours a side.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CubePath(int red, int green, int blue, int size)
    {
        int square = size * size, r = red & 255, g = green & 255, b = blue & 255;
        First = ColourCube.Axes + (((blue >> 8) * square) + ((green >> 8) * size) + (red >> 8));
        Fourth = First + square + size + 1;
        int most = Math.Max(r, Math.Max(g, b)), least = Math.Min(r, Math.Min(g, b));

        // The first step goes along the axis of the largest fraction, the last one along that of the least.
        Second = First + (r == most ? 1 : g == most ? size : square);
        Third = Fourth - (b == least ? square : g == least ? size : 1);
        Near = 255 - most;
        Far = least;
        Middle = most - (r + g + b - most - least);
        Later = r + g + b - most - (2 * least);
    }
}
