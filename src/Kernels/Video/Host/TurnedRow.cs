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
        var samples = new HostSamples(HostFrame.Address(layer.Planes));
        if (layer.Sampling == LayerSampling.Linear)
        {
            Linear(layer, samples, HostFrame.Address(layer.Planes), plane, y, to, count);
        }
        else
        {
            for (var x = 0; x < count; x++)
            {
                to[x] = (short)layer.Level(samples, plane, x, y);
            }
        }

        for (var x = count; x < length; x++)
        {
            to[x] = to[count - 1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Linear(in SampledLayer layer, HostSamples samples, byte* planes, int plane, int y, short* to, int count)
    {
        int columns = layer.Columns(plane), rows = layer.Rows(plane), x = 0;
        byte* source = planes + layer.Start(plane);
        long atX = layer.X(plane, 0, y), atY = layer.Y(plane, 0, y), stepX = layer.LumaX.Step, stepY = layer.TurnY;
        while (x < count)
        {
            // A gather reads four bytes from the left neighbour on, so what it reads must lie in the row.
            if (Avx2.IsSupported && x <= count - 8
                && Within(atX + (stepX * x), atX + (stepX * (x + 7)), columns - 4) && Within(atY + (stepY * x), atY + (stepY * (x + 7)), rows - 2))
            {
                Eight(source, columns, atX + (stepX * x), atY + (stepY * x), stepX, stepY).Store(to + x);
                x += 8;
                continue;
            }

            to[x] = (short)layer.Linear(samples, plane, x, y);
            x++;
        }
    }

    private static bool Within(long first, long last, int most) =>
        first >= 0 && last >= 0 && SampleAxis.Whole(first) <= most && SampleAxis.Whole(last) <= most;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Eight(byte* source, int columns, long atX, long atY, long stepX, long stepY)
    {
        // Four and four positions of 64 bits.
        Vector256<long> ofX = Vector256.Create(atX, atX + stepX, atX + (2 * stepX), atX + (3 * stepX)), ofY = Vector256.Create(atY, atY + stepY, atY + (2 * stepY), atY + (3 * stepY));
        Vector256<long> nextX = ofX + Vector256.Create(4 * stepX), nextY = ofY + Vector256.Create(4 * stepY);
        Vector256<int> across = Parts(ofX, nextX, FrameArithmetic.HorizontalOne), down = Parts(ofY, nextY, FrameArithmetic.VerticalOne);
        var at = (Wholes(ofY, nextY) * columns) + Wholes(ofX, nextX);
        Vector256<int> upper = Avx2.GatherVector256((int*)source, at, 1), lower = Avx2.GatherVector256((int*)(source + columns), at, 1);
        var level = Scale(Line(upper, across), Vector256.Create(FrameArithmetic.VerticalOne) - down) + Scale(Line(lower, across), down);
        return Vector128.Narrow(level.GetLower(), level.GetUpper());
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
