using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Standard;

namespace Gpu.Benchmarks.Suites;

/// <summary>Every operation as a host calls it, on the CPU accelerator.</summary>
public class EveryOperation : KernelSuite
{
    private OwnedCall _call = null!;

    public static IEnumerable<string> Names => StandardOperations.All.Keys.Where(n => n.Contains(SuiteConfig.Kernel, StringComparison.Ordinal));

    [ParamsSource(nameof(Names))]
    public string Operation { get; set; } = "";

    [Benchmark]
    public void Call() => _call.Run();

    protected override void Prepare()
    {
        _call = StandardOperations.All[Operation]();
        Timing.WarmUp(_call.Run);
    }

    protected override void Release() => _call.Dispose();
}
