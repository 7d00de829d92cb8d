using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>Which instructions a host body uses. Each gives the same bits; tests run every one that the processor has.</summary>
internal enum HostLevel
{
    /// <summary>The best that the processor has.</summary>
    Best,

    /// <summary>Vectors of 128 bits that .NET has on every processor, and plain code to shuffle.</summary>
    Portable,

    /// <summary>SSSE3.</summary>
    Vector128,

    /// <summary>AVX2.</summary>
    Vector256,

    /// <summary>AVX-512 with BW and VBMI: Ice Lake, Zen 4 and later.</summary>
    Vector512,
}

/// <summary>Picks a level.</summary>
internal static class HostLevels
{
    /// <summary>The levels of this processor, the best last.</summary>
    public static IReadOnlyList<HostLevel> All { get; } =
    [
        .. new[] { HostLevel.Portable, HostLevel.Vector128, HostLevel.Vector256, HostLevel.Vector512 }.Where(l => Resolve(l) == l),
    ];

    /// <summary>The wanted level where the processor has it, the best below it otherwise.</summary>
    public static HostLevel Resolve(HostLevel wanted)
    {
        var most = wanted == HostLevel.Best ? HostLevel.Vector512 : wanted;
        return most >= HostLevel.Vector512 && Avx512Vbmi.IsSupported && Avx512BW.IsSupported ? HostLevel.Vector512
            : most >= HostLevel.Vector256 && Avx2.IsSupported ? HostLevel.Vector256
            : most >= HostLevel.Vector128 && Ssse3.IsSupported ? HostLevel.Vector128
            : HostLevel.Portable;
    }
}
