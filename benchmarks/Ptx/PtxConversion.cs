using System.Globalization;

namespace Gpu.Benchmarks.Ptx;

/// <summary>Conversions, <c>cvt.s64.s32</c>: of integers by their widths, to floats rounded to nearest, from floats towards zero.</summary>
internal static class PtxConversion
{
    public static Func<ulong, ulong, ulong, ulong>? Of(string name)
    {
        var parts = name.Split('.');
        string to = parts[^2], from = parts[^1];
        return (to[0], from[0], parts[1]) switch
        {
            ('f', 'f', _) => null,
            ('f', 's', "rn") => (a, _, _) => PtxArithmetic.Bits(Signed(a, Width(from))),
            ('f', 'u', "rn") => (a, _, _) => PtxArithmetic.Bits(Cut(a, Width(from))),
            ('s' or 'u', 'f', "rzi") => (a, _, _) => Truncated(PtxArithmetic.Number(a), to),
            ('s' or 'u', 's', _) => (a, _, _) => Cut((ulong)Signed(a, Width(from)), Width(to)),
            ('s' or 'u', 'u', _) => (a, _, _) => Cut(Cut(a, Width(from)), Width(to)),
            _ => null,
        };
    }

    private static int Width(string type) => int.Parse(type.AsSpan(1), CultureInfo.InvariantCulture);

    private static ulong Cut(ulong value, int width) => value << (64 - width) >> (64 - width);

    private static long Signed(ulong value, int width) => (long)(value << (64 - width)) >> (64 - width);

    // Saturated, NaN as 0: what the instruction is defined to give.
    private static ulong Truncated(float value, string to)
    {
        var width = Width(to);
        if (float.IsNaN(value))
        {
            return 0;
        }

        var (least, most) = to[0] == 'u' ? (Int128.Zero, (Int128.One << width) - 1) : (-(Int128.One << (width - 1)), (Int128.One << (width - 1)) - 1);
        return Cut((ulong)Int128.Clamp(float.IsInfinity(value) ? (value > 0 ? most : least) : (Int128)value, least, most), width);
    }
}
