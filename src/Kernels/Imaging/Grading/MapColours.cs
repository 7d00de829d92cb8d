using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>
/// Takes each colour of an R'G'B'A picture through a <see cref="ColourCube"/>; alpha stays. The cell of the cube in which a
/// colour lies is cut into six tetrahedra by the order of the fractions; with a >= b >= c of them, in units of 1/255, the
/// result is (e0 (255 - a) + e1 (a - b) + e2 (b - c) + e3 c) / 255, rounded once: e0 the near corner, e3 the far one, and
/// from one to the next a step along the axis whose fraction is the largest left.
/// </summary>
internal readonly struct MapColours(ArrayView<byte> source, ArrayView<byte> target, ArrayView<long> table, int width, int size) : IPixelOperation
{
    /// <summary>What the table's numbers lack, times 255, and a half.</summary>
    public const int Lift = (32768 * 255) + 32768;

    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var at = 4 * ((y * width) + x);
        int red = (int)table[(int)source[at]], green = (int)table[256 + source[at + 1]], blue = (int)table[512 + source[at + 2]];
        var path = new CubePath(red, green, blue, size);
        long e0 = table[path.First], e1 = table[path.Second], e2 = table[path.Third], e3 = table[path.Fourth];
        target[at] = Colour((short)e0, (short)e1, (short)e2, (short)e3, path);
        target[at + 1] = Colour((short)(e0 >> 16), (short)(e1 >> 16), (short)(e2 >> 16), (short)(e3 >> 16), path);
        target[at + 2] = Colour((short)(e0 >> 32), (short)(e1 >> 32), (short)(e2 >> 32), (short)(e3 >> 32), path);
        target[at + 3] = source[at + 3];
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &source[0], to = &target[0])
        fixed (long* entries = &table[0])
        {
            var start = 4L * first * width;
            MapColoursRows.Map(from + start, to + start, entries, (long)(end - first) * width, size, HostPaths.Best);
        }
    }

    /// <summary>A channel of four corners, by their weights.</summary>
    public static byte Colour(int first, int second, int third, int fourth, CubePath path) =>
        (byte)(((first * path.Near) + (second * path.Middle) + (third * path.Later) + (fourth * path.Far) + Lift) >> 16);
}
