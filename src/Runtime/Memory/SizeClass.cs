using System.Numerics;

namespace Gpu.Runtime.Memory;

/// <summary>The sizes in which a pool holds buffers: four to a doubling, so at most a fifth of a buffer lies idle.</summary>
internal static class SizeClass
{
    /// <summary>The alignment of every buffer, and the smallest size.</summary>
    public const int Alignment = 256;

    /// <summary>The least size class that holds <paramref name="bytes"/>.</summary>
    public static long Of(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (bytes <= Alignment)
        {
            return Alignment;
        }

        var step = Math.Max(Alignment, 1L << (BitOperations.Log2((ulong)(bytes - 1)) - 2));
        return checked((bytes + step - 1) / step * step);
    }
}
