using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>8 numbers: SSSE3, which every x64 processor since 2011 has.</summary>
internal readonly unsafe struct Lanes128 : IHostLanes<Vector128<short>>
{
    public static int Count => 8;

    public static int Window => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> All(int value) => Vector128.Create((short)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Load(short* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<short> value, short* to) => Vector128.Store(value, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Add(Vector128<short> a, Vector128<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> AddSaturated(Vector128<short> a, Vector128<short> b) => Sse2.AddSaturate(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Subtract(Vector128<short> a, Vector128<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Scale(Vector128<short> a, Vector128<short> b) => Ssse3.MultiplyHighRoundScale(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector128<short> first, Vector128<short> second, byte* to) =>
        Vector128.Store(Sse2.PackSignedSaturate(first, second).AsByte() ^ Vector128.Create((byte)0x80), to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllZero(byte* from) => *(ulong*)from == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Sources(byte* from)
    {
        // The byte in the upper half of a lane, and the sign with it, then down by one bit.
        var bytes = Vector128.CreateScalarUnsafe(*(ulong*)from).AsByte();
        return Sse2.UnpackLow(Vector128<byte>.Zero, bytes).AsInt16() >> 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Alphas(byte* from)
    {
        var alpha = Sse2.UnpackLow(Vector128.CreateScalarUnsafe(*(ulong*)from).AsByte(), Vector128<byte>.Zero).AsInt16();
        return (alpha << 7) | (alpha >> 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Across(byte* row, int* bases, byte* pairs, byte* weights)
    {
        var source = Ssse3.Shuffle(Vector128.Load(row + *bases), Vector128.Load(pairs)) ^ Vector128.Create((byte)0x80);
        return Ssse3.MultiplyAddAdjacent(Vector128.Load(weights), source.AsSByte());
    }
}
