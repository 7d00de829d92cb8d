using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Standard;

namespace Gpu.Benchmarks.Suites;

/// <summary>Every operation at its standard shape, on the CPU accelerator: a launch allocates nothing.</summary>
public class EveryKernel : KernelSuite
{
    private StandardLaunch _launch = null!;

    public static IEnumerable<string> Names => StandardKernels.All.Select(k => k.Name).Where(n => n.Contains(SuiteConfig.Kernel, StringComparison.Ordinal));

    [ParamsSource(nameof(Names))]
    public string Kernel { get; set; } = "";

    [Benchmark]
    public void Launch() => _launch.Run();

    protected override void Prepare()
    {
        var kernel = StandardKernels.Get(Kernel);
        _launch = kernel.Open(Device.Accelerator);
        if (!kernel.GpuOnly)
        {
            // What the JIT allocates on its way to the last tier is not the launch's.
            Timing.WarmUp(_launch.Run);
        }
    }
}
