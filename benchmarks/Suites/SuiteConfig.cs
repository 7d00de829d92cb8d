using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Gpu.Benchmarks.Suites;

/// <summary>How the suites run.</summary>
internal sealed class SuiteConfig : ManualConfig
{
    private static readonly TimeInterval QuickIteration = TimeInterval.FromMilliseconds(50);

    /// <summary>Whether a look is enough: all suites in a few minutes.</summary>
    public static bool Quick { get; set; }

    /// <summary>A part of the names of the kernels that <see cref="EveryKernel"/> runs.</summary>
    public static string Kernel { get; set; } = "";

    public SuiteConfig()
    {
        // In this process: BenchmarkDotNet's own would build a project that knows nothing of central package versions.
        // Eight iterations, after three that let the JIT reach its last tier, are seconds a benchmark and not minutes.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
        AddJob(Quick ? job.WithStrategy(RunStrategy.Throughput).WithMinIterationTime(QuickIteration).WithIterationTime(QuickIteration).WithWarmupCount(1).WithIterationCount(3) : job.WithWarmupCount(3).WithIterationCount(8));

        // Names of kernels in full.
        SummaryStyle = SummaryStyle.Default.WithMaxParameterColumnWidth(40);
    }
}
