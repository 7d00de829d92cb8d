using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Gpu.Benchmarks.Suites;

/// <summary>How the suites run.</summary>
internal sealed class SuiteConfig : ManualConfig
{
    public SuiteConfig()
    {
        // In this process: BenchmarkDotNet's own would build a project that knows nothing of central package versions.
        // Eight iterations, after three that let the JIT reach its last tier, are seconds a benchmark and not minutes.
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
