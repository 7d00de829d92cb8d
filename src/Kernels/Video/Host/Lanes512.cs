using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>32 numbers: AVX-512 BW, and VBMI, whose one shuffle reaches 64 source bytes.</summary>
internal readonly unsafe struct Lanes512 : IHostLanes<Vector512<short>>
{
    public static int Count => 32;

    public static int Window => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> All(int value) => Vector512.Create((short)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Load(short* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<short> value, short* to) => Vector512.Store(value, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Add(Vector512<short> a, Vector512<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> AddSaturated(Vector512<short> a, Vector512<short> b) => Avx512BW.AddSaturate(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Subtract(Vector512<short> a, Vector512<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Scale(Vector512<short> a, Vector512<short> b) => Avx512BW.MultiplyHighRoundScale(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector512<short> first, Vector512<short> second, byte* to)
    {
        // Packing works within 128 bits; the permutation puts the eighths in order.
        var packed = Avx512BW.PackSignedSaturate(first, second).AsInt64();
        var ordered = Avx512F.PermuteVar8x64(packed, Vector512.Create(0L, 2, 4, 6, 1, 3, 5, 7)).AsByte();
        Vector512.Store(ordered ^ Vector512.Create((byte)0x80), to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllZero(byte* from) => Vector256.Load(from) == Vector256<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Sources(byte* from) => Avx512BW.ConvertToVector512Int16(Vector256.Load((sbyte*)from)) << 7;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Alphas(byte* from)
    {
        var alpha = Avx512BW.ConvertToVector512Int16(Vector256.Load(from));
        return (alpha << 7) | (alpha >> 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Across(byte* row, int* bases, byte* pairs, byte* weights)
    {
        var source = Avx512Vbmi.PermuteVar64x8(Vector512.Load(row + *bases), Vector512.Load(pairs)) ^ Vector512.Create((byte)0x80);
        return Avx512BW.MultiplyAddAdjacent(Vector512.Load(weights), source.AsSByte());
    }
}
