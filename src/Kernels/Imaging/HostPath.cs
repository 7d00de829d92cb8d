namespace Gpu.Kernels.Imaging;

/// <summary>
/// Which instructions a host body uses. All give the same bits. A 512-bit path was tried on Zen 4 and gained nothing: the
/// multiply-adds fill its pipes either way, and .NET 10 has no AVX-512 VNNI.
/// </summary>
internal enum HostPath
{
    /// <summary>Plain code: any processor.</summary>
    Plain,

    /// <summary>256-bit AVX2.</summary>
    Avx2,
}
