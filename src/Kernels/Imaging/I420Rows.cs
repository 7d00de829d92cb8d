using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Host body of <see cref="RgbaToI420"/>: AVX2 where there is, else plain. A line filtered across is made once and serves
/// the two block rows that touch it. 31-bit coefficients are two signed 16-bit halves, c = 65536 h + l; the sum's high
/// bits are then exactly (sum(h p) + ((sum(l p) + low) >> 16)) >> rest, all in 32 bits.
/// </summary>
internal static unsafe class I420Rows
{
    /// <summary>Sites a vector of filtered pixels holds, four 16-bit channels each.</summary>
    private const int Sites = 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Convert(byte* rgba, byte* planes, int width, int height, int first, int end, bool plain = false)
    {
        var wide = Avx2.IsSupported && !plain;
        var half = width / 2;
        var stride = HostScratch.Aligned(half * Sites * sizeof(ushort)) / sizeof(ushort);
        var lines = (ushort*)HostScratch.Take(4L * stride * sizeof(ushort));
        var held = stackalloc int[4] { -1, -1, -1, -1 };
        var rows = stackalloc int[4];
        byte* blue = planes + ((long)width * height), red = blue + ((long)half * (height / 2));
        for (var y = first; y < end; y++)
        {
            for (var i = 0; i < 4; i++)
            {
                rows[i] = Math.Clamp((2 * y) - 1 + i, 0, height - 1);
                if (held[rows[i] & 3] != rows[i])
                {
                    held[rows[i] & 3] = rows[i];
                    Across(rgba + (4L * rows[i] * width), lines + ((rows[i] & 3) * stride), width, wide);
                }
            }

            Luma(rgba + (8L * y * width), planes + (2L * y * width), 2 * width, wide);
            Down(lines + ((rows[0] & 3) * stride), lines + ((rows[1] & 3) * stride), lines + ((rows[2] & 3) * stride), lines + ((rows[3] & 3) * stride), blue + ((long)y * half), red + ((long)y * half), half, wide);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Luma(byte* rgba, byte* luma, int count, bool wide)
    {
        var i = 0;
        if (wide)
        {
            for (; i <= count - 32; i += 32)
            {
                var low = Avx2.PackUnsignedSaturate(Luma8(rgba + (4 * i)), Luma8(rgba + (4 * i) + 32));
                var high = Avx2.PackUnsignedSaturate(Luma8(rgba + (4 * i) + 64), Luma8(rgba + (4 * i) + 96));
                var packed = Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()).AsInt32();
                Avx2.PermuteVar8x32(packed, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte().Store(luma + i);
            }
        }

        for (; i < count; i++)
        {
            luma[i] = Bt709.Luma(rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Luma8(byte* rgba)
    {
        var pixels = Vector256.Load(rgba).AsUInt16();
        var redBlue = (pixels & Vector256.Create((ushort)0xFF)).AsInt16();
        var green = (pixels >>> 8).AsInt16();
        var high = Avx2.MultiplyAddAdjacent(redBlue, Pair(High(Bt709.LumaR), High(Bt709.LumaB))) + Avx2.MultiplyAddAdjacent(green, Pair(High(Bt709.LumaG), 0));
        var low = Avx2.MultiplyAddAdjacent(redBlue, Pair(Low(Bt709.LumaR), Low(Bt709.LumaB))) + Avx2.MultiplyAddAdjacent(green, Pair(Low(Bt709.LumaG), 0));
        low = (low + Vector256.Create((int)(Bt709.LumaOffset & 0xFFFF))) >> 16;
        return (high + low + Vector256.Create((int)(Bt709.LumaOffset >> 16))) >> (Bt709.LumaShift - 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Across(byte* rgba, ushort* line, int width, bool wide)
    {
        // The first site repeats the edge.
        AcrossSite(rgba, line, 0);
        var x = 1;
        if (wide)
        {
            var pairs = Vector256.Create((byte)0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
            var firsts = Vector256.Create((byte)0, 255, 1, 255, 2, 255, 3, 255, 8, 255, 9, 255, 10, 255, 11, 255, 0, 255, 1, 255, 2, 255, 3, 255, 8, 255, 9, 255, 10, 255, 11, 255);
            var weights = Vector256.Create((short)0x0102).AsSByte();
            for (; x <= (width / 2) - Sites; x += Sites)
            {
                var self = Avx2.MultiplyAddAdjacent(Avx2.Shuffle(Vector256.Load(rgba + (8 * x)), pairs), weights);
                var left = Avx2.Shuffle(Vector256.Load(rgba + (8 * x) - 4), firsts).AsInt16();
                (self + left).Store((short*)line + (Sites * x));
            }
        }

        for (; x < width / 2; x++)
        {
            AcrossSite(rgba, line, x);
        }
    }

    private static void AcrossSite(byte* rgba, ushort* line, int x)
    {
        for (var c = 0; c < 4; c++)
        {
            line[(Sites * x) + c] = (ushort)(rgba[(8 * Math.Max(x, 1)) - (x == 0 ? 8 : 4) + c] + (2 * rgba[(8 * x) + c]) + rgba[(8 * x) + 4 + c]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Down(ushort* a, ushort* b, ushort* c, ushort* d, byte* blue, byte* red, int count, bool wide)
    {
        var x = 0;
        if (wide)
        {
            for (; x <= count - (2 * Sites); x += 2 * Sites)
            {
                var words = Avx2.PackUnsignedSaturate(Down4(a, b, c, d, Sites * x), Down4(a, b, c, d, Sites * (x + Sites)));
                var bytes = Avx2.PackUnsignedSaturate(words.AsInt16(), words.AsInt16());
                var pairs = Sse2.UnpackLow(bytes.GetLower().AsInt16(), bytes.GetUpper().AsInt16());
                var split = Sse2.Shuffle(pairs.AsInt32(), 0b11_01_10_00).AsUInt64();
                *(ulong*)(blue + x) = split.ToScalar();
                *(ulong*)(red + x) = split.GetElement(1);
            }
        }

        for (; x < count; x++)
        {
            int i = Sites * x, r = Sum(a, b, c, d, i), g = Sum(a, b, c, d, i + 1), s = Sum(a, b, c, d, i + 2);
            blue[x] = Bt709.Blue(r, g, s);
            red[x] = Bt709.Red(r, g, s);
        }
    }

    private static int Sum(ushort* a, ushort* b, ushort* c, ushort* d, int i) => a[i] + d[i] + (3 * (b[i] + c[i]));

    /// <summary>Four sites; each 128-bit half holds blue, blue, red, red of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Down4(ushort* a, ushort* b, ushort* c, ushort* d, int i)
    {
        var middle = Vector256.Load((short*)b + i) + Vector256.Load((short*)c + i);
        var sum = Vector256.Load((short*)a + i) + Vector256.Load((short*)d + i) + middle + middle + middle;
        var high = Avx2.HorizontalAdd(
            Avx2.MultiplyAddAdjacent(sum, Triple(High(Bt709.BlueR), High(Bt709.BlueG), High(Bt709.BlueB))),
            Avx2.MultiplyAddAdjacent(sum, Triple(High(Bt709.RedR), High(Bt709.RedG), High(Bt709.RedB))));
        var low = Avx2.HorizontalAdd(
            Avx2.MultiplyAddAdjacent(sum, Triple(Low(Bt709.BlueR), Low(Bt709.BlueG), Low(Bt709.BlueB))),
            Avx2.MultiplyAddAdjacent(sum, Triple(Low(Bt709.RedR), Low(Bt709.RedG), Low(Bt709.RedB))));
        low = (low + Vector256.Create((int)(Bt709.ChromaOffset & 0xFFFF))) >> 16;
        return (high + low + Vector256.Create((int)(Bt709.ChromaOffset >> 16))) >> (Bt709.ChromaShift - 16);
    }

    private static short Low(int coefficient) => (short)coefficient;

    private static short High(int coefficient) => (short)((coefficient - (short)coefficient) >> 16);

    private static Vector256<short> Pair(short a, short b) => Vector256.Create((int)(ushort)a | (b << 16)).AsInt16();

    private static Vector256<short> Triple(short a, short b, short c) =>
        Vector256.Create((long)(ushort)a | ((long)(ushort)b << 16) | ((long)(ushort)c << 32)).AsInt16();
}
