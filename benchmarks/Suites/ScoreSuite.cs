using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Scoring;

namespace Gpu.Benchmarks.Suites;

public class ScoreSuite : KernelSuite
{
    private ScoreCandidates _work = null!;

    [Params(1, 10, 128, 2048)]
    public int Top { get; set; }

    [Benchmark]
    public void Score() => Device.Execute(_work);

    protected override void Prepare() => _work = new ScoreCandidates(
        Data.Numbers(Data.Candidates * Data.Features, 1), Data.Numbers(Data.Features, 2), Data.Numbers(Data.Candidates, 3), new float[Data.Candidates], new int[Top]);
}
