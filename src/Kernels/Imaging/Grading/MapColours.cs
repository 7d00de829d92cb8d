using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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
    // What the table's numbers lack, times 255, and a half.
    private const int Lift = (32768 * 255) + 32768;

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
            Map(from, to, entries, 4L * first * width, 4L * end * width, size);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Map(byte* from, byte* to, long* entries, long start, long end, int size)
    {
        for (var at = start; at < end; at += 4)
        {
            var path = new CubePath((int)entries[from[at]], (int)entries[256 + from[at + 1]], (int)entries[512 + from[at + 2]], size);
            long e0 = entries[path.First], e1 = entries[path.Second], e2 = entries[path.Third], e3 = entries[path.Fourth];
            if (Sse2.IsSupported)
            {
                // Two corners' numbers side by side, times their weights: one instruction for three channels.
                var near = Sse2.MultiplyAddAdjacent(Pair(e0, e1), Vector128.Create(path.Near | (path.Middle << 16)).AsInt16());
                var far = Sse2.MultiplyAddAdjacent(Pair(e2, e3), Vector128.Create(path.Later | (path.Far << 16)).AsInt16());
                var colour = (near + far + Vector128.Create(Lift)) >> 16;
                var narrow = Sse2.PackSignedSaturate(colour, colour);
                *(uint*)(to + at) = (Sse2.PackUnsignedSaturate(narrow, narrow).AsUInt32().ToScalar() & 0xFFFFFF) | ((uint)from[at + 3] << 24);
                continue;
            }

            var alpha = from[at + 3];
            to[at] = Colour((short)e0, (short)e1, (short)e2, (short)e3, path);
            to[at + 1] = Colour((short)(e0 >> 16), (short)(e1 >> 16), (short)(e2 >> 16), (short)(e3 >> 16), path);
            to[at + 2] = Colour((short)(e0 >> 32), (short)(e1 >> 32), (short)(e2 >> 32), (short)(e3 >> 32), path);
            to[at + 3] = alpha;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Pair(long first, long second) =>
        Sse2.UnpackLow(Vector128.CreateScalarUnsafe(first).AsInt16(), Vector128.CreateScalarUnsafe(second).AsInt16());

    private static byte Colour(int first, int second, int third, int fourth, CubePath path) =>
        (byte)(((first * path.Near) + (second * path.Middle) + (third * path.Later) + (fourth * path.Far) + Lift) >> 16);
}
