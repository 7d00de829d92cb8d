using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Scoring;

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
            new Opponent("reading the matrix once", 1 / 1.5, python.Peer("numpy.read"), static () => new Call("own read", static () => RankingContests.Read(Data.Candidates, Data.Features))) { Kind = "limit" },
        ]);
    }

    private static OwnedCall Score()
    {
        var device = new BenchDevice();
        var work = new ScoreCandidates(
            Data.Numbers(Data.Candidates * Data.Features, 1), Data.Numbers(Data.Features, 2), ReadOnlyMemory<float>.Empty, new float[Data.Candidates], new int[Data.Top]);
        return new OwnedCall(() => device.Execute(work), device);
    }
}
