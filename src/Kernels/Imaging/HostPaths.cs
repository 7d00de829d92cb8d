using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>What this processor has.</summary>
internal static class HostPaths
{
    /// <summary>The fastest path here.</summary>
    public static HostPath Best => Avx512Vbmi.IsSupported && Avx512BW.IsSupported ? HostPath.Vbmi : Avx2.IsSupported ? HostPath.Avx2 : HostPath.Plain;

    public static bool IsSupported(HostPath path) => path <= Best;
}
