using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>16 numbers: AVX2, whose shuffle reaches 16 source bytes in each half.</summary>
internal readonly unsafe struct Lanes256 : IHostLanes<Vector256<short>>
{
    public static int Count => 16;

    public static int Window => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> All(int value) => Vector256.Create((short)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Load(short* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<short> value, short* to) => Vector256.Store(value, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Add(Vector256<short> a, Vector256<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> AddSaturated(Vector256<short> a, Vector256<short> b) => Avx2.AddSaturate(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Subtract(Vector256<short> a, Vector256<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Scale(Vector256<short> a, Vector256<short> b) => Avx2.MultiplyHighRoundScale(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector256<short> first, Vector256<short> second, byte* to)
    {
        // Packing works within 128 bits; the permutation puts the quarters in order.
        var packed = Avx2.PackSignedSaturate(first, second).AsInt64();
        Vector256.Store(Avx2.Permute4x64(packed, 0b11_01_10_00).AsByte() ^ Vector256.Create((byte)0x80), to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllZero(byte* from) => Vector128.Load(from) == Vector128<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Sources(byte* from) => Avx2.ConvertToVector256Int16((sbyte*)from) << 7;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Alphas(byte* from)
    {
        var alpha = Avx2.ConvertToVector256Int16(from);
        return (alpha << 7) | (alpha >> 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Across(byte* row, int* bases, byte* pairs, byte* weights)
    {
        var window = Vector256.Create(Vector128.Load(row + bases[0]), Vector128.Load(row + bases[1]));
        var source = Avx2.Shuffle(window, Vector256.Load(pairs)) ^ Vector256.Create((byte)0x80);
        return Avx2.MultiplyAddAdjacent(Vector256.Load(weights), source.AsSByte());
    }
}
