namespace Gpu.Benchmarks.Ptx;

/// <summary>Comparisons, <c>setp.lt.s32</c>, with <c>.and</c> and <c>.or</c> of a predicate where they have it.</summary>
internal static class PtxComparison
{
    public static Func<ulong, ulong, ulong, ulong>? Of(string name)
    {
        var parts = name.Split('.');
        var compare = Compare(parts[1], parts[^1]);
        return (compare, parts.Length > 3 ? parts[2] : "") switch
        {
            (null, _) => null,
            (_, "") => (a, b, _) => compare(a, b) ? 1ul : 0,
            (_, "or") => (a, b, c) => compare(a, b) || c != 0 ? 1ul : 0,
            (_, "and") => (a, b, c) => compare(a, b) && c != 0 ? 1ul : 0,
            _ => null,
        };
    }

    // A comparison with NaN is false but for the unordered ones (ltu and so on).
    private static Func<ulong, ulong, bool>? Compare(string relation, string type) => (relation, type[0], type[1..]) switch
    {
        ("eq", 's' or 'u' or 'b', "32") => static (a, b) => (uint)a == (uint)b,
        ("ne", 's' or 'u' or 'b', "32") => static (a, b) => (uint)a != (uint)b,
        ("eq", 's' or 'u' or 'b', "64") => static (a, b) => a == b,
        ("ne", 's' or 'u' or 'b', "64") => static (a, b) => a != b,
        ("lt", 's', "32") => static (a, b) => (int)a < (int)b,
        ("le", 's', "32") => static (a, b) => (int)a <= (int)b,
        ("gt", 's', "32") => static (a, b) => (int)a > (int)b,
        ("ge", 's', "32") => static (a, b) => (int)a >= (int)b,
        ("lt", 's', "64") => static (a, b) => (long)a < (long)b,
        ("le", 's', "64") => static (a, b) => (long)a <= (long)b,
        ("gt", 's', "64") => static (a, b) => (long)a > (long)b,
        ("ge", 's', "64") => static (a, b) => (long)a >= (long)b,
        ("lt" or "lo", 'u', "32") => static (a, b) => (uint)a < (uint)b,
        ("le" or "ls", 'u', "32") => static (a, b) => (uint)a <= (uint)b,
        ("gt" or "hi", 'u', "32") => static (a, b) => (uint)a > (uint)b,
        ("ge" or "hs", 'u', "32") => static (a, b) => (uint)a >= (uint)b,
        ("lt" or "lo", 'u', "64") => static (a, b) => a < b,
        ("le" or "ls", 'u', "64") => static (a, b) => a <= b,
        ("gt" or "hi", 'u', "64") => static (a, b) => a > b,
        ("ge" or "hs", 'u', "64") => static (a, b) => a >= b,
        ("eq", 'f', "32") => static (a, b) => PtxArithmetic.Number(a) == PtxArithmetic.Number(b),
        ("neu", 'f', "32") => static (a, b) => PtxArithmetic.Number(a) != PtxArithmetic.Number(b),
        ("lt", 'f', "32") => static (a, b) => PtxArithmetic.Number(a) < PtxArithmetic.Number(b),
        ("le", 'f', "32") => static (a, b) => PtxArithmetic.Number(a) <= PtxArithmetic.Number(b),
        ("gt", 'f', "32") => static (a, b) => PtxArithmetic.Number(a) > PtxArithmetic.Number(b),
        ("ge", 'f', "32") => static (a, b) => PtxArithmetic.Number(a) >= PtxArithmetic.Number(b),
        ("ltu", 'f', "32") => static (a, b) => !(PtxArithmetic.Number(a) >= PtxArithmetic.Number(b)),
        ("leu", 'f', "32") => static (a, b) => !(PtxArithmetic.Number(a) > PtxArithmetic.Number(b)),
        ("gtu", 'f', "32") => static (a, b) => !(PtxArithmetic.Number(a) <= PtxArithmetic.Number(b)),
        ("geu", 'f', "32") => static (a, b) => !(PtxArithmetic.Number(a) < PtxArithmetic.Number(b)),
        _ => null,
    };
}
