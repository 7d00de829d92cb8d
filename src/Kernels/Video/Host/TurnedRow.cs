using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// A row of a picture that is turned: it crosses the picture's rows, so each output takes its own four neighbours. Eight at
/// a time where AVX2 can gather them.
/// </summary>
internal static unsafe class TurnedRow
{
    /// <summary>Makes a row of levels with its padding.</summary>
    public static void Make(in SampledLayer layer, int plane, int y, short* to, int count, int length)
    {
        var planes = HostFrame.Address(layer.Planes);
        if (layer.Sampling == LayerSampling.Wide || !Avx2.IsSupported || layer.Columns(plane) < 4 || count < 8)
        {
            var samples = new HostSamples(planes);
            for (var x = 0; x < count; x++)
            {
                to[x] = (short)layer.Level(samples, plane, x, y);
            }
        }
        else
        {
            Neighbours(layer, planes, plane, y, to, count);
        }

        for (var x = count; x < length; x++)
        {
            to[x] = to[count - 1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Neighbours(in SampledLayer layer, byte* planes, int plane, int y, short* to, int count)
    {
        var cubic = layer.Sampling == LayerSampling.Cubic;
        int columns = layer.Columns(plane), rows = layer.Rows(plane);
        long atX = layer.X(plane, 0, y), atY = layer.Y(plane, 0, y), stepX = layer.LumaX.Step, stepY = layer.TurnY;
        // A gather reads four bytes: of two neighbours from the left one on, of four from the one before it on. Where all
        // it reads lies in the row nothing need be held at the edges.
        var least = cubic ? 1 : 0;
        var (firstX, endX) = Within(atX, stepX, least, cubic ? columns - 3 : columns - 4, count);
        var (firstY, endY) = Within(atY, stepY, least, cubic ? rows - 3 : rows - 2, count);
        var first = Math.Max(firstX, firstY);
        var end = first + (Math.Max(0, Math.Min(endX, endY) - first) & -8);
        var source = planes + layer.Start(plane);
        Inside(source, columns, cubic, atX + (stepX * first), atY + (stepY * first), stepX, stepY, to + first, end - first);
        for (var x = 0; x < count; x += 8)
        {
            x = x >= first && x < end ? end : x;
            if (x < count)
            {
                // The last ones again rather than fewer than eight.
                var at = Math.Min(x, count - 8);
                Edge(source, columns, rows, cubic, atX + (stepX * at), atY + (stepY * at), stepX, stepY).Store(to + at);
            }
        }
    }

    // The outputs whose places lie from one column or row to another, which is where places go evenly.
    private static (int First, int End) Within(long at, long step, int least, int most, int count)
    {
        long low = ((long)least << 32) - at, high = ((long)(most + 1) << 32) - 1 - at;
        if (step == 0)
        {
            return low <= 0 && high >= 0 ? (0, count) : (0, 0);
        }

        (low, high, step) = step < 0 ? (-high, -low, -step) : (low, high, step);
        return ((int)Math.Clamp(-Floor(-low, step), 0, count), (int)Math.Clamp(Floor(high, step) + 1, 0, count));
    }

    private static long Floor(long a, long b) => (a / b) - (a % b < 0 ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Inside(byte* source, int columns, bool cubic, long atX, long atY, long stepX, long stepY, short* to, int count)
    {
        Vector256<long> ofX = Four(atX, stepX), nextX = Four(atX + (4 * stepX), stepX), ofY = Four(atY, stepY), nextY = Four(atY + (4 * stepY), stepY);
        Vector256<long> across = Vector256.Create(8 * stepX), down = Vector256.Create(8 * stepY);
        for (var x = 0; x < count; x += 8)
        {
            var at = (Wholes(ofY, nextY) * columns) + Wholes(ofX, nextX);
            Level(cubic, Bytes(source, at, cubic ? -1 - columns : 0), Bytes(source, at, cubic ? -1 : columns), cubic ? Bytes(source, at, columns - 1) : default, cubic ? Bytes(source, at, (2L * columns) - 1) : default, ofX, nextX, ofY, nextY).Store(to + x);
            ofX += across;
            nextX += across;
            ofY += down;
            nextY += down;
        }
    }

    // Columns and rows held within the plane: of the four bytes that are read a shuffle takes those wanted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector128<short> Edge(byte* source, int columns, int rows, bool cubic, long atX, long atY, long stepX, long stepY)
    {
        Vector256<long> ofX = Four(atX, stepX), nextX = Four(atX + (4 * stepX), stepX), ofY = Four(atY, stepY), nextY = Four(atY + (4 * stepY), stepY);
        Vector256<int> before = Vector256.Create(cubic ? 1 : 0), column = Wholes(ofX, nextX) - before, row = Wholes(ofY, nextY) - before;
        var start = Held(column, columns - 4);
        var taken = Vector256.Create(0u, 0x04040404, 0x08080808, 0x0C0C0C0C, 0, 0x04040404, 0x08080808, 0x0C0C0C0C).AsInt32();
        for (var i = 0; i < 4; i++)
        {
            taken += (Held(column + Vector256.Create(i), columns - 1) - start) << (8 * i);
        }

        Vector256<byte> first = default, second = default, third = default, fourth = default;
        for (var i = 0; i < 4; i++)
        {
            var at = (Held(row + Vector256.Create(i), rows - 1) * columns) + start;
            (first, second, third, fourth) = (second, third, fourth, Avx2.Shuffle(Bytes(source, at, 0), taken.AsByte()));
        }

        return Level(cubic, first, second, third, fourth, ofX, nextX, ofY, nextY);
    }

    private static Vector256<int> Held(Vector256<int> index, int last) => Vector256.Max(Vector256<int>.Zero, Vector256.Min(index, Vector256.Create(last)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Bytes(byte* source, Vector256<int> at, long from) => Avx2.GatherVector256((int*)(source + from), at, 1).AsByte();

    // Of eight outputs the order is 0 1 4 5 2 3 6 7 until the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Level(
        bool cubic, Vector256<byte> first, Vector256<byte> second, Vector256<byte> third, Vector256<byte> fourth, Vector256<long> ofX, Vector256<long> nextX, Vector256<long> ofY, Vector256<long> nextY)
    {
        var level = cubic
            ? Cubic(first, second, third, fourth, Parts(ofX, nextX, 32768), Parts(ofY, nextY, 32768))
            : Linear(first, second, Parts(ofX, nextX, FrameArithmetic.HorizontalOne), Parts(ofY, nextY, FrameArithmetic.VerticalOne));
        var ordered = Avx2.Permute4x64(level.AsInt64(), 0b11_01_10_00).AsInt32();
        return Sse2.PackSignedSaturate(ordered.GetLower(), ordered.GetUpper());
    }

    private static Vector256<long> Four(long at, long step) => Vector256.Create(at, at + step, at + (2 * step), at + (3 * step));

    // PlaneSampling.Linear of each, in the lower halves of 32 bits: there products of 16 bits are those of the definition,
    // as FrameArithmetic has it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Linear(Vector256<byte> upper, Vector256<byte> lower, Vector256<int> across, Vector256<int> down)
    {
        var weights = ((across << 8) | (Vector256.Create(FrameArithmetic.HorizontalOne) - across)).AsByte();
        var middle = Vector256.Create((byte)0x80);
        var above = Avx2.MultiplyAddAdjacent(weights, (upper ^ middle).AsSByte());
        var below = Avx2.MultiplyAddAdjacent(weights, (lower ^ middle).AsSByte());
        var level = Avx2.MultiplyHighRoundScale(above, (Vector256.Create(FrameArithmetic.VerticalOne) - down).AsInt16()) + Avx2.MultiplyHighRoundScale(below, down.AsInt16());
        return (level.AsInt32() << 16) >> 16;
    }

    // PlaneSampling.Cubic of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Cubic(Vector256<byte> first, Vector256<byte> second, Vector256<byte> third, Vector256<byte> fourth, Vector256<int> across, Vector256<int> down)
    {
        // The weights of the middle two do not fit 16 bits with sign: half of one is taken off them, and added again.
        var (a, b, c, d) = Weights(across);
        Vector256<int> half = Vector256.Create(16384), mask = Vector256.Create(0xFFFF);
        Vector256<short> left = ((a & mask) | ((b - half) << 16)).AsInt16(), right = (((c - half) & mask) | (d << 16)).AsInt16();
        (a, b, c, d) = Weights(down);
        var unit = Vector256.Create(FrameArithmetic.Unit);
        var level = Scale(CubicLine(first, left, right), a) + Scale(CubicLine(second, left, right), Vector256.Min(b, unit))
            + Scale(CubicLine(third, left, right), Vector256.Min(c, unit)) + Scale(CubicLine(fourth, left, right), d);
        return Vector256.Max(Vector256.Create(-16384), Vector256.Min(level, Vector256.Create(16383)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> CubicLine(Vector256<byte> four, Vector256<short> left, Vector256<short> right)
    {
        var middle = Vector256.Create((short)128);
        var lower = Avx2.Shuffle(four, Quads(0x80_01_80_00)).AsInt16() - middle;
        var inner = Avx2.Shuffle(four, Quads(0x80_02_80_01)).AsInt16() - middle;
        var upper = Avx2.Shuffle(four, Quads(0x80_03_80_02)).AsInt16() - middle;
        var sum = Avx2.MultiplyAddAdjacent(lower, left) + Avx2.MultiplyAddAdjacent(upper, right) + Avx2.MultiplyAddAdjacent(inner, Vector256.Create((short)16384));
        return (sum + Vector256.Create(128)) >> 8;
    }

    // Of each four bytes those that a number names, as a shuffle takes them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Quads(uint bytes) =>
        Vector256.Create(bytes).AsByte() + Vector256.Create(0u, 0x00_04_00_04, 0x00_08_00_08, 0x00_0C_00_0C, 0, 0x00_04_00_04, 0x00_08_00_08, 0x00_0C_00_0C).AsByte();

    // CubicWeights of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> First, Vector256<int> Second, Vector256<int> Third, Vector256<int> Fourth) Weights(Vector256<int> t)
    {
        Vector256<int> square = (t * t) >> 15, cube = (square * t) >> 15;
        var first = ((square << 1) - cube - t) >> 1;
        var second = ((cube * 3) - (square * 5) + Vector256.Create(65536)) >> 1;
        var fourth = (cube - square) >> 1;
        return (first, second, Vector256.Create(32768) - first - second - fourth, fourth);
    }

    // Of each position the upper half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Wholes(Vector256<long> first, Vector256<long> second) => Avx.Shuffle(first.AsSingle(), second.AsSingle(), 0b11_01_11_01).AsInt32();

    // SampleAxis.Part of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Parts(Vector256<long> first, Vector256<long> second, int one)
    {
        Vector256<uint> unit = Vector256.Create((uint)one);
        var half = Vector256.Create(0x80000000ul);
        return Wholes((Avx2.Multiply(first.AsUInt32(), unit) + half).AsInt64(), (Avx2.Multiply(second.AsUInt32(), unit) + half).AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Scale(Vector256<int> a, Vector256<int> b) => ((a * b) + Vector256.Create(16384)) >> 15;
}
