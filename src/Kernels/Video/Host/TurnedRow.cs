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
        if (layer.Sampling == LayerSampling.Wide)
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
        var samples = new HostSamples(planes);
        var cubic = layer.Sampling == LayerSampling.Cubic;
        int columns = layer.Columns(plane), rows = layer.Rows(plane), x = 0;
        byte* source = planes + layer.Start(plane);
        long atX = layer.X(plane, 0, y), atY = layer.Y(plane, 0, y), stepX = layer.LumaX.Step, stepY = layer.TurnY;

        // A gather reads four bytes: of two neighbours from the left one on, of four from the one before it on. What it
        // reads must lie in the row.
        int least = cubic ? 1 : 0, mostX = cubic ? columns - 3 : columns - 4, mostY = cubic ? rows - 3 : rows - 2;
        while (x < count)
        {
            long firstX = atX + (stepX * x), firstY = atY + (stepY * x);
            if (Avx2.IsSupported && x <= count - 8 && Within(firstX, firstX + (7 * stepX), least, mostX) && Within(firstY, firstY + (7 * stepY), least, mostY))
            {
                (cubic ? Cubic(source, columns, firstX, firstY, stepX, stepY) : Linear(source, columns, firstX, firstY, stepX, stepY)).Store(to + x);
                x += 8;
                continue;
            }

            to[x] = (short)layer.Level(samples, plane, x, y);
            x++;
        }
    }

    private static bool Within(long first, long last, int least, int most) =>
        SampleAxis.Whole(Math.Min(first, last)) >= least && SampleAxis.Whole(Math.Max(first, last)) <= most;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Linear(byte* source, int columns, long atX, long atY, long stepX, long stepY)
    {
        var (ofX, nextX) = Places(atX, stepX);
        var (ofY, nextY) = Places(atY, stepY);
        Vector256<int> across = Parts(ofX, nextX, FrameArithmetic.HorizontalOne), down = Parts(ofY, nextY, FrameArithmetic.VerticalOne);
        var at = (Wholes(ofY, nextY) * columns) + Wholes(ofX, nextX);
        Vector256<int> upper = Avx2.GatherVector256((int*)source, at, 1), lower = Avx2.GatherVector256((int*)(source + columns), at, 1);
        var level = Scale(Line(upper, across), Vector256.Create(FrameArithmetic.VerticalOne) - down) + Scale(Line(lower, across), down);
        return Vector128.Narrow(level.GetLower(), level.GetUpper());
    }

    // PlaneSampling.Cubic of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Cubic(byte* source, int columns, long atX, long atY, long stepX, long stepY)
    {
        var (ofX, nextX) = Places(atX, stepX);
        var (ofY, nextY) = Places(atY, stepY);
        var at = (Wholes(ofY, nextY) * columns) + Wholes(ofX, nextX);
        var (a, b, c, d) = Weights(Parts(ofX, nextX, 32768));

        // The weights of the middle two do not fit 16 bits with sign: half of one is taken off them, and added again.
        Vector256<int> half = Vector256.Create(16384), mask = Vector256.Create(0xFFFF);
        Vector256<short> left = ((a & mask) | ((b - half) << 16)).AsInt16(), right = (((c - half) & mask) | (d << 16)).AsInt16();
        (a, b, c, d) = Weights(Parts(ofY, nextY, 32768));
        var unit = Vector256.Create(FrameArithmetic.Unit);
        var first = source - columns - 1;
        var level = Scale(CubicLine(first, at, left, right), a)
            + Scale(CubicLine(first + columns, at, left, right), Vector256.Min(b, unit))
            + Scale(CubicLine(first + (2L * columns), at, left, right), Vector256.Min(c, unit))
            + Scale(CubicLine(first + (3L * columns), at, left, right), d);
        level = Vector256.Max(Vector256.Create(-16384), Vector256.Min(level, Vector256.Create(16383)));
        return Vector128.Narrow(level.GetLower(), level.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> CubicLine(byte* source, Vector256<int> at, Vector256<short> left, Vector256<short> right)
    {
        var four = Avx2.GatherVector256((int*)source, at, 1).AsByte();
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

    // Four and four positions of 64 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<long> Four, Vector256<long> Next) Places(long at, long step)
    {
        var four = Vector256.Create(at, at + step, at + (2 * step), at + (3 * step));
        return (four, four + Vector256.Create(4 * step));
    }

    // Of each position the upper half, in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Wholes(Vector256<long> first, Vector256<long> second) =>
        Avx2.Permute4x64(Avx.Shuffle(first.AsSingle(), second.AsSingle(), 0b11_01_11_01).AsInt64(), 0b11_01_10_00).AsInt32();

    // SampleAxis.Part of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Parts(Vector256<long> first, Vector256<long> second, int one)
    {
        Vector256<uint> unit = Vector256.Create((uint)one);
        var half = Vector256.Create(0x80000000ul);
        return Wholes((Avx2.Multiply(first.AsUInt32(), unit) + half).AsInt64(), (Avx2.Multiply(second.AsUInt32(), unit) + half).AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Line(Vector256<int> bytes, Vector256<int> weight)
    {
        Vector256<int> mask = Vector256.Create(255), middle = Vector256.Create(128);
        Vector256<int> left = (bytes & mask) - middle, right = ((bytes >> 8) & mask) - middle;
        return (left * Vector256.Create(FrameArithmetic.HorizontalOne)) + ((right - left) * weight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Scale(Vector256<int> a, Vector256<int> b) => ((a * b) + Vector256.Create(16384)) >> 15;
}
