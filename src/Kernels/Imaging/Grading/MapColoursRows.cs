using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>
/// Host body of <see cref="MapColours"/>. Which tetrahedron a colour lies in is found without a branch, eight colours at a
/// time: on pictures every branch there would be a guess.
/// </summary>
internal static unsafe class MapColoursRows
{
    /// <summary>Maps pixels.</summary>
    /// <param name="from">The first pixel.</param>
    /// <param name="to">Takes the first result.</param>
    /// <param name="table">The axes, then the colours.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="size">Colours a side.</param>
    /// <param name="path">The instructions to use.</param>
    public static void Map(byte* from, byte* to, long* table, long count, int size, HostPath path)
    {
        var done = path == HostPath.Plain ? 0 : Eights(from, to, table, count, size);
        for (var at = 4 * done; at < 4 * count; at += 4)
        {
            var cell = new CubePath((int)table[from[at]], (int)table[256 + from[at + 1]], (int)table[512 + from[at + 2]], size);
            long e0 = table[cell.First], e1 = table[cell.Second], e2 = table[cell.Third], e3 = table[cell.Fourth];
            var alpha = from[at + 3];
            to[at] = MapColours.Colour((short)e0, (short)e1, (short)e2, (short)e3, cell);
            to[at + 1] = MapColours.Colour((short)(e0 >> 16), (short)(e1 >> 16), (short)(e2 >> 16), (short)(e3 >> 16), cell);
            to[at + 2] = MapColours.Colour((short)(e0 >> 32), (short)(e1 >> 32), (short)(e2 >> 32), (short)(e3 >> 32), cell);
            to[at + 3] = alpha;
        }
    }

    // How many it mapped.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Eights(byte* from, byte* to, long* table, long count, int size)
    {
        var colours = table + ColourCube.Axes;
        int square = size * size, whole = square + size + 1;
        Vector256<int> level = Vector256.Create(255), one = Vector256<int>.One, row = Vector256.Create(size), layer = Vector256.Create(square);
        var steps = Vector256.Create(size | (square << 16)).AsInt16();
        var alphas = Vector256.Create(unchecked((int)0xFF000000));
        long pixel = 0;
        for (; pixel <= count - 8; pixel += 8)
        {
            var pixels = Vector256.Load((int*)from + pixel);

            // The lower half of an axis' number is all of it: its place and the rest.
            var red = Avx2.GatherVector256((int*)table, pixels & level, 8);
            var green = Avx2.GatherVector256((int*)(table + 256), (pixels >>> 8) & level, 8);
            var blue = Avx2.GatherVector256((int*)(table + 512), (pixels >>> 16) & level, 8);
            var first = Avx2.MultiplyAddAdjacent(((green >>> 8) | ((blue >>> 8) << 16)).AsInt16(), steps) + (red >>> 8);
            Vector256<int> r = red & level, g = green & level, b = blue & level;
            Vector256<int> most = Vector256.Max(r, Vector256.Max(g, b)), least = Vector256.Min(r, Vector256.Min(g, b));
            var second = first + Vector256.ConditionalSelect(Vector256.Equals(r, most), one, Vector256.ConditionalSelect(Vector256.Equals(g, most), row, layer));
            var fourth = first + Vector256.Create(whole);
            var third = fourth - Vector256.ConditionalSelect(Vector256.Equals(b, least), layer, Vector256.ConditionalSelect(Vector256.Equals(g, least), row, one));
            var between = r + g + b - most - least;
            var near = (level - most) | ((most - between) << 16);
            var far = (between - least) | (least << 16);
            var lower = Four(colours, first.GetLower(), second.GetLower(), third.GetLower(), fourth.GetLower(), near, far, Vector256.Create(0, 0, 0, 0, 2, 2, 2, 2), Vector256.Create(1, 1, 1, 1, 3, 3, 3, 3));
            var upper = Four(colours, first.GetUpper(), second.GetUpper(), third.GetUpper(), fourth.GetUpper(), near, far, Vector256.Create(4, 4, 4, 4, 6, 6, 6, 6), Vector256.Create(5, 5, 5, 5, 7, 7, 7, 7));
            var mapped = Avx2.Permute4x64(Avx2.PackUnsignedSaturate(lower, upper).AsInt64(), 0b11_01_10_00).AsInt32();
            Vector256.ConditionalSelect(alphas, pixels, mapped).Store((int*)to + pixel);
        }

        return pixel;
    }

    // Two corners' numbers side by side, times their weights: one instruction for three channels of two colours.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Four(
        long* colours, Vector128<int> first, Vector128<int> second, Vector128<int> third, Vector128<int> fourth, Vector256<int> near, Vector256<int> far, Vector256<int> evens, Vector256<int> odds)
    {
        var lift = Vector256.Create(MapColours.Lift);
        Vector256<short> e0 = Avx2.GatherVector256(colours, first, 8).AsInt16(), e1 = Avx2.GatherVector256(colours, second, 8).AsInt16();
        Vector256<short> e2 = Avx2.GatherVector256(colours, third, 8).AsInt16(), e3 = Avx2.GatherVector256(colours, fourth, 8).AsInt16();
        var even = Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(e0, e1), Avx2.PermuteVar8x32(near, evens).AsInt16())
            + Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(e2, e3), Avx2.PermuteVar8x32(far, evens).AsInt16());
        var odd = Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(e0, e1), Avx2.PermuteVar8x32(near, odds).AsInt16())
            + Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(e2, e3), Avx2.PermuteVar8x32(far, odds).AsInt16());
        return Avx2.PackSignedSaturate((even + lift) >> 16, (odd + lift) >> 16);
    }
}
