namespace Gpu.Kernels.Imaging;

/// <summary>Which instructions a host body uses. All give the same bits.</summary>
internal enum HostPath
{
    /// <summary>Plain code: any processor.</summary>
    Plain,

    /// <summary>256-bit AVX2.</summary>
    Avx2,
}
