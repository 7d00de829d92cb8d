namespace Gpu.Kernels.Tests.Suite;

/// <summary>Every operation that the suite checks, one line each. <see cref="RegistryTests"/> fails for one that is missing.</summary>
internal static class KernelRegistry
{
    private static readonly KernelCase[] All =
    [
        KernelCase.Items<ByteSum>("suite.bytesum", ByteSum.Make),
        KernelCase.Pixels<ByteMix>("suite.bytemix", ByteMix.Make),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(c => c.Name)];

    public static IEnumerable<KernelCase> Cases => All;

    public static KernelCase Get(string name) => All.Single(c => c.Name == name);
}
