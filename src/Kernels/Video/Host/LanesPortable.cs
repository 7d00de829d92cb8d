using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gpu.Kernels.Video.Host;

/// <summary>8 numbers, with what .NET offers on every processor.</summary>
internal readonly unsafe struct LanesPortable : IHostLanes<Vector128<short>>
{
    public static int Count => 8;

    public static int Window => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> All(int value) => Vector128.Create((short)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Load(short* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<short> value, short* to) => Vector128.Store(value, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Add(Vector128<short> a, Vector128<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> AddSaturated(Vector128<short> a, Vector128<short> b) => Vector128.AddSaturate(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Subtract(Vector128<short> a, Vector128<short> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Scale(Vector128<short> a, Vector128<short> b)
    {
        var (lowA, highA) = Vector128.Widen(a);
        var (lowB, highB) = Vector128.Widen(b);
        var half = Vector128.Create(16384);
        return Vector128.Narrow(((lowA * lowB) + half) >> 15, ((highA * highB) + half) >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector128<short> first, Vector128<short> second, byte* to)
    {
        Vector128<short> least = Vector128.Create((short)-128), most = Vector128.Create((short)127);
        var packed = Vector128.Narrow(Vector128.Clamp(first, least, most), Vector128.Clamp(second, least, most));
        Vector128.Store(packed.AsByte() ^ Vector128.Create((byte)0x80), to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllZero(byte* from) => *(ulong*)from == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Sources(byte* from) =>
        Vector128.WidenLower(Vector128.CreateScalar(*(ulong*)from).AsSByte()) << 7;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Alphas(byte* from)
    {
        var alpha = Vector128.WidenLower(Vector128.CreateScalar(*(ulong*)from).AsByte()).AsInt16();
        return (alpha << 7) | (alpha >> 1);
    }

    public static Vector128<short> Across(byte* row, int* bases, byte* pairs, byte* weights) =>
        throw new NotSupportedException("There is no shuffle here; lines are made by plain code.");
}
