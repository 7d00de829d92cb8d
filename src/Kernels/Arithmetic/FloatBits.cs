using ILGPU;

namespace Gpu.Kernels.Arithmetic;

/// <summary>Float questions answered on the bits, so that no device's own idea of NaN comes in.</summary>
internal static class FloatBits
{
    /// <summary>The one NaN that kernels write: devices make NaNs of either sign and of any payload.</summary>
    public const uint NaN = 0x7FC00000;

    public static bool IsNaN(uint bits) => (bits & 0x7FFFFFFF) > 0x7F800000;

    /// <summary>The value's bits, all NaNs being one. Store them as integers: a NaN literal differs between devices.</summary>
    public static uint Canonical(float value)
    {
        var bits = Interop.FloatAsInt(value);
        return IsNaN(bits) ? NaN : bits;
    }
}
