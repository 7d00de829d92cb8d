using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// The sums of <see cref="BlurBand"/>. Two lines that share a weight add up to 15 bits, two such sums are one multiply-add.
/// </summary>
internal static unsafe class BlurSums
{
    /// <summary>Values at a time; a count is a multiple of it.</summary>
    private const int Step = 32;

    /// <summary>A line blurred across, 8.6 bits.</summary>
    public static void Across(in BlurTaps taps, int count, ushort* into, HostPath path)
    {
        if (path == HostPath.Plain)
        {
            for (var i = 0; i < count; i++)
            {
                into[i] = (ushort)((Sum(taps, i) + (1 << (Blur.AcrossShift - 1))) >> Blur.AcrossShift);
            }
        }
        else
        {
            AcrossAvx2(taps.Lines, taps.Weights, taps.Pairs, count, into);
        }
    }

    /// <summary>A row of the result.</summary>
    public static void Down(in BlurTaps taps, int count, byte* into, HostPath path)
    {
        if (path == HostPath.Plain)
        {
            for (var i = 0; i < count; i++)
            {
                into[i] = (byte)((Sum(taps, i) + (1 << (Blur.DownShift - 1))) >> Blur.DownShift);
            }
        }
        else
        {
            DownAvx2(taps.Lines, taps.Weights, taps.Pairs, count, into);
        }
    }

    /// <summary>Bytes to 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(byte* from, ushort* into, int count)
    {
        var i = 0;
        for (; i <= count - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(from + i));
            low.Store(into + i);
            high.Store(into + i + 8);
        }

        for (; i < count; i++)
        {
            into[i] = from[i];
        }
    }

    private static int Sum(in BlurTaps taps, int i)
    {
        var sum = 0;
        for (var pair = 0; pair < taps.Pairs; pair++)
        {
            var lines = taps.Lines + (4 * pair);
            sum += ((lines[0][i] + lines[1][i]) * (short)taps.Weights[pair]) + ((lines[2][i] + lines[3][i]) * (taps.Weights[pair] >> 16));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AcrossAvx2(ushort** lines, int* weights, int pairs, int count, ushort* into)
    {
        for (var i = 0; i < count; i += Step)
        {
            Sums(lines, weights, pairs, i, 1 << (Blur.AcrossShift - 1), out var a, out var b, out var c, out var d);
            Avx2.PackUnsignedSaturate(a >> Blur.AcrossShift, b >> Blur.AcrossShift).Store(into + i);
            Avx2.PackUnsignedSaturate(c >> Blur.AcrossShift, d >> Blur.AcrossShift).Store(into + i + 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DownAvx2(ushort** lines, int* weights, int pairs, int count, byte* into)
    {
        for (var i = 0; i < count; i += Step)
        {
            Sums(lines, weights, pairs, i, 1 << (Blur.DownShift - 1), out var a, out var b, out var c, out var d);
            var front = Avx2.PackSignedSaturate(a >> Blur.DownShift, b >> Blur.DownShift);
            var rear = Avx2.PackSignedSaturate(c >> Blur.DownShift, d >> Blur.DownShift);
            Avx2.Permute4x64(Avx2.PackUnsignedSaturate(front, rear).AsInt64(), 0b11_01_10_00).AsByte().Store(into + i);
        }
    }

    // Thirty-two sums; a and b are those of the first sixteen values as unpacking orders them, c and d the others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(ushort** lines, int* weights, int pairs, int i, int half, out Vector256<int> a, out Vector256<int> b, out Vector256<int> c, out Vector256<int> d)
    {
        a = b = c = d = Vector256.Create(half);
        for (var pair = 0; pair < pairs; pair++)
        {
            short* p = (short*)lines[4 * pair] + i, q = (short*)lines[(4 * pair) + 1] + i, r = (short*)lines[(4 * pair) + 2] + i, s = (short*)lines[(4 * pair) + 3] + i;
            var weight = Vector256.Create(weights[pair]).AsInt16();
            Vector256<short> first = Vector256.Load(p) + Vector256.Load(q), second = Vector256.Load(r) + Vector256.Load(s);
            a += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(first, second), weight);
            b += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(first, second), weight);
            first = Vector256.Load(p + 16) + Vector256.Load(q + 16);
            second = Vector256.Load(r + 16) + Vector256.Load(s + 16);
            c += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(first, second), weight);
            d += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(first, second), weight);
        }
    }
}
