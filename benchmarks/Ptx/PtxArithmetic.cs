using System.Numerics;

namespace Gpu.Benchmarks.Ptx;

/// <summary>
/// Arithmetic instructions as functions (NVIDIA, "Parallel Thread Execution ISA", version 8). A register's value lies in the
/// low bits of 64, the rest zero. Floats are IEEE single, each operation rounded by itself.
/// </summary>
internal static class PtxArithmetic
{
    /// <summary>The function of an instruction's name.</summary>
    /// <exception cref="PtxFault">The name is not one that this knows: it must learn it.</exception>
    public static Func<ulong, ulong, ulong, ulong> Of(string name)
    {
        var parts = name.Split('.');
        return parts[0] switch
        {
            "setp" => PtxComparison.Of(name),
            "cvt" => PtxConversion.Of(name),
            "mov" => parts[^1].EndsWith("64", StringComparison.Ordinal) ? static (a, _, _) => a : static (a, _, _) => (uint)a,
            _ => parts[^1] switch
            {
                "f32" => Float(name),
                "b64" or "s64" or "u64" => Long(name),
                "b32" or "s32" or "u32" => Integer(name),
                _ => null,
            },
        }
        ?? throw new PtxFault($"The instruction {name} is not known here: add it to {nameof(PtxArithmetic)}.");
    }

    private static Func<ulong, ulong, ulong, ulong>? Integer(string name) => name switch
    {
        "add.s32" or "add.u32" => static (a, b, _) => (uint)(a + b),
        "sub.s32" or "sub.u32" => static (a, b, _) => (uint)(a - b),
        "mul.lo.s32" or "mul.lo.u32" => static (a, b, _) => (uint)a * (uint)b,
        "mad.lo.s32" or "mad.lo.u32" => static (a, b, c) => (uint)((a * b) + c),
        "mul.wide.u32" => static (a, b, _) => (ulong)(uint)a * (uint)b,
        "mul.wide.s32" => static (a, b, _) => (ulong)((long)(int)a * (int)b),
        "mul.hi.u32" => static (a, b, _) => (ulong)(uint)a * (uint)b >> 32,
        "div.s32" => static (a, b, _) => (uint)((int)a / (int)b),
        "div.u32" => static (a, b, _) => (uint)a / (uint)b,
        "rem.s32" => static (a, b, _) => (uint)((int)a % (int)b),
        "rem.u32" => static (a, b, _) => (uint)a % (uint)b,
        "and.b32" => static (a, b, _) => (uint)(a & b),
        "or.b32" => static (a, b, _) => (uint)(a | b),
        "xor.b32" => static (a, b, _) => (uint)(a ^ b),
        "not.b32" => static (a, _, _) => (uint)~a,
        "neg.s32" => static (a, _, _) => (uint)-(int)a,
        "abs.s32" => static (a, _, _) => (uint)((int)a < 0 ? -(int)a : (int)a),
        "shl.b32" => static (a, b, _) => (uint)b > 31 ? 0 : (uint)a << (int)b,
        "shr.u32" or "shr.b32" => static (a, b, _) => (uint)b > 31 ? 0 : (uint)a >> (int)b,
        "shr.s32" => static (a, b, _) => (uint)((int)a >> (int)Math.Min((uint)b, 31)),
        "min.s32" => static (a, b, _) => (uint)Math.Min((int)a, (int)b),
        "max.s32" => static (a, b, _) => (uint)Math.Max((int)a, (int)b),
        "min.u32" => static (a, b, _) => Math.Min((uint)a, (uint)b),
        "max.u32" => static (a, b, _) => Math.Max((uint)a, (uint)b),
        "selp.b32" => static (a, b, c) => (uint)(c != 0 ? a : b),
        "popc.b32" => static (a, _, _) => (uint)BitOperations.PopCount((uint)a),
        "clz.b32" => static (a, _, _) => (uint)BitOperations.LeadingZeroCount((uint)a),
        _ => null,
    };

    private static Func<ulong, ulong, ulong, ulong>? Long(string name) => name switch
    {
        "add.s64" or "add.u64" => static (a, b, _) => a + b,
        "sub.s64" or "sub.u64" => static (a, b, _) => a - b,
        "mul.lo.s64" or "mul.lo.u64" => static (a, b, _) => a * b,
        "mad.lo.s64" or "mad.lo.u64" => static (a, b, c) => (a * b) + c,
        "mul.hi.u64" => static (a, b, _) => Math.BigMul(a, b, out _),
        "div.s64" => static (a, b, _) => (ulong)((long)a / (long)b),
        "div.u64" => static (a, b, _) => a / b,
        "rem.s64" => static (a, b, _) => (ulong)((long)a % (long)b),
        "rem.u64" => static (a, b, _) => a % b,
        "and.b64" => static (a, b, _) => a & b,
        "or.b64" => static (a, b, _) => a | b,
        "xor.b64" => static (a, b, _) => a ^ b,
        "not.b64" => static (a, _, _) => ~a,
        "neg.s64" => static (a, _, _) => (ulong)-(long)a,
        "abs.s64" => static (a, _, _) => (ulong)((long)a < 0 ? -(long)a : (long)a),
        "shl.b64" => static (a, b, _) => (uint)b > 63 ? 0 : a << (int)b,
        "shr.u64" or "shr.b64" => static (a, b, _) => (uint)b > 63 ? 0 : a >> (int)b,
        "shr.s64" => static (a, b, _) => (ulong)((long)a >> (int)Math.Min((uint)b, 63)),
        "min.s64" => static (a, b, _) => (ulong)Math.Min((long)a, (long)b),
        "max.s64" => static (a, b, _) => (ulong)Math.Max((long)a, (long)b),
        "min.u64" => static (a, b, _) => Math.Min(a, b),
        "max.u64" => static (a, b, _) => Math.Max(a, b),
        "selp.b64" => static (a, b, c) => c != 0 ? a : b,
        "popc.b64" => static (a, _, _) => (uint)BitOperations.PopCount(a),
        "clz.b64" => static (a, _, _) => (uint)BitOperations.LeadingZeroCount(a),
        _ => null,
    };

    private static Func<ulong, ulong, ulong, ulong>? Float(string name) => name switch
    {
        "add.f32" or "add.rn.f32" => static (a, b, _) => Bits(Number(a) + Number(b)),
        "sub.f32" or "sub.rn.f32" => static (a, b, _) => Bits(Number(a) - Number(b)),
        "mul.f32" or "mul.rn.f32" => static (a, b, _) => Bits(Number(a) * Number(b)),
        "neg.f32" => static (a, _, _) => (uint)a ^ 0x80000000,
        "abs.f32" => static (a, _, _) => (uint)a & 0x7FFFFFFF,
        "selp.f32" => static (a, b, c) => (uint)(c != 0 ? a : b),
        _ => null,
    };

    internal static float Number(ulong bits) => BitConverter.UInt32BitsToSingle((uint)bits);

    internal static ulong Bits(float number) => BitConverter.SingleToUInt32Bits(number);
}
