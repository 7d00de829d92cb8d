using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;

namespace Gpu.Benchmarks.Contests;

/// <summary>What compares candidates with queries and with each other, and selects.</summary>
internal static class RankingContests
{
    private const int Queries = 64;
    private const int Pool = 10_000;
    private const int Chosen = 50;

    public static IEnumerable<Contest> List(PythonWorker python)
    {
        yield return new Contest("64 queries, top-10 of 65,536 x 128", "ms", static () => new Call("ours", Similar),
        [
            new Opponent("FAISS IndexFlatIP on OpenBLAS", 2, python.Peer("faiss.queries")),
            new Opponent("OpenBLAS's product alone", 1, python.Peer("numpy.product")),
        ]);
        yield return new Contest("diverse 50 of 10,000 x 128 (MMR)", "ms", static () => new Call("ours", Diverse),
        [
            new Opponent("numpy loop on OpenBLAS", 2, python.Peer("numpy.mmr")),
        ]);
        foreach (var k in new[] { 1, 128, 2048 })
        {
            yield return new Contest(FormattableString.Invariant($"top-{k} of 65,536"), "ms", () => new Call("ours", () => Top(k, rising: false)),
            [
                new Opponent("numpy argpartition and sort", 2, python.Peer($"numpy.top{k}")),
                new Opponent("rising input", 0.9, () => new Call("rising", () => Top(k, rising: true))) { Kind = "limit" },
            ]);
        }

        yield return new Contest("weighted score 65,536 x 128 and top-128", "ms", static () => new Call("ours", static () => Score(128)),
        [
            new Opponent("the same with top-1", 1 / 1.1, static () => new Call("top-1", static () => Score(1))) { Kind = "limit" },
        ]);
        yield return new Contest("weighted score 65,536 x 128 and top-2,048", "ms", static () => new Call("ours", static () => Score(2048)),
        [
            new Opponent("the same with top-1", 0.5, static () => new Call("top-1", static () => Score(1))) { Kind = "limit" },
        ]);
    }

    private static OwnedCall Similar() => Timed(new FindSimilar(
        Data.Numbers(Queries * Data.Features, 2), Data.Numbers(Data.Candidates * Data.Features, 1), Data.Features, Similarity.Dot, new int[Queries * Data.Top], new float[Queries * Data.Top]));

    private static OwnedCall Diverse() => Timed(new SelectDiverse(
        Data.Numbers(Pool * Data.Features, 1), Data.Features, Data.Numbers(Pool, 2), Similarity.Cosine, 0.5f, new int[Chosen]));

    private static OwnedCall Top(int k, bool rising)
    {
        var scores = Data.Numbers(Data.Candidates, 1);
        return Timed(new SelectTop(rising ? [.. scores.Order()] : scores, Data.Candidates, new int[k]));
    }

    private static OwnedCall Score(int k) => Timed(new ScoreCandidates(
        Data.Numbers(Data.Candidates * Data.Features, 1), Data.Numbers(Data.Features, 2), ReadOnlyMemory<float>.Empty, new float[Data.Candidates], new int[k]));

    private static OwnedCall Timed(IDeviceWork work)
    {
        var device = new BenchDevice();
        return new OwnedCall(() => device.Execute(work), device);
    }
}
