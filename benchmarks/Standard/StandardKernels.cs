namespace Gpu.Benchmarks.Standard;

/// <summary>Every operation of the library at its standard shape. A test fails for one that is missing.</summary>
internal static class StandardKernels
{
    private static readonly StandardKernel[] Kernels = [.. ImagingStandards.All, .. VideoStandards.All, .. JudgingStandards.All, .. ScoringStandards.All];

    public static IReadOnlyList<StandardKernel> All => Kernels;

    public static StandardKernel Get(string name) => Kernels.Single(k => k.Name == name);
}
