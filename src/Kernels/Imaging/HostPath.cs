namespace Gpu.Kernels.Imaging;

/// <summary>
/// Which instructions a host body uses. All give the same bits. Wider vectors alone gained nothing on Zen 4, whose pipes
/// the multiply-adds fill either way, and .NET 10 has no AVX-512 VNNI; permutations of 64 bytes do gain.
/// </summary>
internal enum HostPath
{
    /// <summary>Plain code: any processor.</summary>
    Plain,

    /// <summary>256-bit AVX2.</summary>
    Avx2,

    /// <summary>AVX2, and AVX-512 VBMI where permutations of 64 bytes help.</summary>
    Vbmi,
}
