using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Contests;

/// <summary>What ranks suggestions.</summary>
internal static class ScoringContests
{
    public static IEnumerable<Contest> List(PythonWorker python)
    {
        yield return new Contest("weighted score 65,536 x 128 and top-10", "ms", static () => new Call("ours", Score),
        [
            new Opponent("numpy on OpenBLAS", 2, python.Peer("numpy.score")),
            new Opponent("numba, parallel", 2, python.Peer("numba.score")),
            new Opponent("FAISS IndexFlatIP", 2, python.Peer("faiss.score")),
            new Opponent("reading the matrix once", 1 / 1.5, python.Peer("numpy.read"), static () => new Call("own read", Read)) { Kind = "limit" },
        ]);
    }

    private static OwnedCall Score()
    {
        var device = new BenchDevice();
        var work = new ScoreCandidates(
            Data.Numbers(Data.Candidates * Data.Features, 1), Data.Numbers(Data.Features, 2), ReadOnlyMemory<float>.Empty, new float[Data.Candidates], new int[Data.Top]);
        return new OwnedCall(() => device.Execute(work), device);
    }

    private static OwnedCall Read()
    {
        var device = new BenchDevice();
        var matrix = device.Accelerator.Allocate1D(Data.Numbers(Data.Candidates * Data.Features, 1));
        var sums = device.Accelerator.Allocate1D<float>(Data.Candidates);
        return new OwnedCall(
            () =>
            {
                device.Accelerator.Run(new ReadAll(matrix.View, sums.View, Data.Features), Data.Candidates);
                device.Accelerator.Synchronize();
            },
            matrix, sums, device);
    }
}
