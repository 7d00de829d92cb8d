using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;
using ILGPU.Runtime;

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
            new Opponent("the products and sums alone, in registers", 1 / 1.5, static () => new Call("registers", Arithmetic)) { Kind = "limit" },
        ]);
        yield return new Contest("diverse 50 of 10,000 x 128 (MMR)", "ms", static () => new Call("ours", Diverse),
        [
            new Opponent("numpy loop on OpenBLAS", 2, python.Peer("numpy.mmr")),
            new Opponent("reading the candidates once", 1 / 1.5, static () => new Call("own read", static () => Read(Pool, Data.Features))) { Kind = "limit" },
        ]);
        foreach (var k in new[] { 1, 128, 2048 })
        {
            yield return Tops(python, k, rising: false);
            yield return Tops(python, k, rising: true);
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

    // Rising scores are the worst order: every one beats all before it.
    private static Contest Tops(PythonWorker python, int k, bool rising) =>
        new(FormattableString.Invariant($"top-{k:N0} of 65,536{(rising ? ", rising" : "")}"), "ms", () => new Call("ours", () => Top(k, rising)),
        [
            new Opponent(k == 1 ? "numpy argmax" : "numpy argpartition and sort", k == 1 ? 1 : 2, python.Peer($"numpy.top{k}{(rising ? ".rising" : "")}")),
            new Opponent("reading the scores once", 1 / 1.5, static () => new Call("own read", static () => Read(Data.Candidates, 1))) { Kind = "limit" },
        ]);

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

    private static OwnedCall Arithmetic()
    {
        var device = new BenchDevice();
        var sums = device.Accelerator.Allocate1D<float>(Data.Candidates);
        return new OwnedCall(() => device.Accelerator.Run(new Products(sums.View, Queries * Data.Features), Data.Candidates), sums, device);
    }

    /// <summary>A read of a matrix; of a short one by one core, which is done before another wakes.</summary>
    internal static OwnedCall Read(int rows, int columns)
    {
        var device = new BenchDevice();
        var matrix = device.Accelerator.Allocate1D(Data.Numbers(rows * columns, 1));
        var sums = device.Accelerator.Allocate1D<float>(rows);
        var few = rows * columns <= 1 << 16 ? rows : 1;
        return new OwnedCall(() => device.Accelerator.RunRanges(new ReadAll(matrix.View, sums.View, columns), rows, few), matrix, sums, device);
    }
}
