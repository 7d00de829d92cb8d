namespace Gpu.Kernels.Scoring;

/// <summary>
/// A similarity as an integer whose order is theirs, so that no device's own maximum of NaN comes in: 0 is none, and what is
/// infinite or NaN is above all.
/// </summary>
internal static class OrderedSimilarity
{
    private const uint Sign = 0x80000000;
    private const uint Infinity = 0x7F800000;
    private const uint NotFinite = uint.MaxValue;

    public static uint Of(uint bits)
    {
        if ((bits & ~Sign) >= Infinity)
        {
            return NotFinite;
        }

        return (bits & Sign) != 0 ? ~bits : bits | Sign;
    }

    public static bool IsNaN(uint ordered) => ordered == NotFinite;

    /// <summary>The float's bits; those of 0 for none.</summary>
    public static uint Bits(uint ordered)
    {
        if (ordered == 0)
        {
            return 0;
        }

        return (ordered & Sign) != 0 ? ordered & ~Sign : ~ordered;
    }
}
