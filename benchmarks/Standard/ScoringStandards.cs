using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Scoring;

namespace Gpu.Benchmarks.Standard;

/// <summary>Scoring: 65,536 candidates of 128 features, 64 queries, the best 10, in blocks as GPUs have them; smaller where a step costs the square.</summary>
internal static class ScoringStandards
{
    private const int Rows = Data.Candidates;
    private const int Columns = Data.Features;
    private const int Queries = 64;
    private const int K = Data.Top;
    private const int Block = 256;
    private const int Blocks = Rows / Block;
    private const int Few = 10_000;
    private const int Nodes = 1000;
    private const int Host = 200;
    private const int Clusters = 8;

    public static IEnumerable<StandardKernel> All { get; } =
    [
        StandardKernel.Items<WeightedScore>("score.weighted", "65,536 x 128", "feature", Rows * Columns, Rows, a =>
            new(a.Numbers(Rows * Columns), a.Numbers(Columns), a.Numbers(Rows), true, a.Output<float>(Rows))),
        StandardKernel.Items<WeightedScores>("score.weighted.many", "256 matrices of 256 x 128", "feature", Rows * Columns, Rows, a =>
            new(a.Numbers(Rows * Columns), a.Numbers(Blocks * Columns), a.Numbers(Rows), true, Block, Columns, a.Output<float>(Rows))),
        StandardKernel.Items<InverseNorms>("score.norms", "65,536 x 128", "feature", Rows * Columns, Rows, a =>
            new(a.Numbers(Rows * Columns), Columns, a.Output<float>(Rows))),
        StandardKernel.Items<SimilarRows>("score.similar", "64 queries, 65,536 x 128, top 10", "product", (long)Queries * Rows * Columns, Queries * Blocks, a =>
            new(a.Numbers(Queries * Columns), a.Numbers(Rows * Columns), a.Numbers(Queries), a.Numbers(Rows), true, Columns, Block, K, a.Output<ulong>(Queries * Blocks * K))),
        StandardKernel.Items<TopK<ScoreKeys>>("score.top", "65,536 scores, top 10, first round", "score", Rows, Blocks, a =>
            new(new ScoreKeys(a.Numbers(Rows)), Rows, Block, K, a.Output<ulong>(Blocks * K), a.Output<int>(Blocks * K))),
        StandardKernel.Items<TopK<GivenKeys>>("score.top.again", "64 rows of 2,560 keys, top 10, second round", "key", Queries * Blocks * K, Queries * K, a =>
            new(new GivenKeys(Keys(a, Queries * Blocks * K)), Blocks * K, Block, K, a.Output<ulong>(Queries * K * K), a.Output<int>(Queries * K * K))),
        StandardKernel.Items<TopK<HashKeys>>("score.hashes", "64 hashes among 65,536, top 10", "pair", Queries * Rows, Queries * Blocks, a =>
            new(new HashKeys(Keys(a, Queries), Keys(a, Rows)), Rows, Block, K, a.Output<ulong>(Queries * Blocks * K), a.Output<int>(Queries * Blocks * K))),
        StandardKernel.Items<KeyScores>("score.top.scores", "64 x 2,048 keys", "key", Queries * 2048, Queries * 2048, a =>
            new(Keys(a, Queries * 2048), a.Output<float>(Queries * 2048))),
        StandardKernel.Items<DiverseStep>("score.diverse.step", "10,000 x 128, one step", "feature", Few * Columns, Few, a =>
            new(Relevance(a, Few), a.Input([7, 8]), 1, a.Input(Enumerable.Repeat(OrderedSimilarity.Of(0), Few).ToArray()), Keys(a, Few))).OnGpuOnly(),
        StandardKernel.Items<DiverseSelection>("score.diverse", "200 x 128, 4 chosen", "feature", Host * Columns * 4, 1, a =>
            new(Relevance(a, Host), a.Output<int>(4))).OnHostOnly(),
        StandardKernel.Items<NormaliseRows>("score.normalise", "65,536 x 128, softmax", "value", Rows * Columns, Rows, a =>
            new(a.Numbers(Rows * Columns), Columns, Normalisation.Softmax, a.Output<float>(Rows * Columns))),
        StandardKernel.Items<PairLosses>("score.loss", "65,536 pairs", "pair", Rows, Rows, a =>
            new(a.Numbers(Few), Pairs(a, Rows), a.Output<float>(Rows), a.Output<float>(Rows))),
        StandardKernel.Items<PairGradient>("score.loss.gradient", "10,000 pairs, 128 features", "feature of a pair", Few * Columns, Columns, a =>
            new(a.Numbers(Few * Columns), Columns, Pairs(a, Few), a.Numbers(Few), a.Output<float>(Columns))),
        StandardKernel.Items<RankStart>("score.links.start", "1,000 nodes", "node", Nodes, Nodes, a => new(1f / Nodes, a.Output<float>(Nodes), a.Output<int>(1))),
        StandardKernel.Items<LinkShares>("score.links.shares", "1,000 x 1,000 links", "link", Nodes * Nodes, Nodes, a =>
            new(a.Numbers(Nodes * Nodes), Nodes, 0.85f, a.Output<float>(Nodes * Nodes))),
        StandardKernel.Items<RankStep>("score.links.step", "1,000 x 1,000 links", "link", Nodes * Nodes, Nodes, a =>
            new(a.Numbers(Nodes * Nodes), a.Numbers(Nodes), a.Output<int>(1), a.Output<float>(Nodes))),
        StandardKernel.Items<RankChange>("score.links.change", "1,000 nodes", "node", Nodes, 1, a =>
            new(a.Numbers(Nodes), a.Numbers(Nodes), 1e-8f, a.Output<int>(1))),
        StandardKernel.Items<ClusterSeeds>("score.clusters.seeds", "65,536 colours, a further centre", "point", Rows, ClusterSet.BlocksOf(Rows), a =>
            new(Colours(a), Centres(a), 1, a.Input(Enumerable.Repeat(uint.MaxValue, Rows).ToArray()), a.Output<long>(ClusterSet.BlocksOf(Rows)), a.Output<int>(ClusterSet.BlocksOf(Rows)))),
        StandardKernel.Items<ClusterChoice>("score.clusters.choice", "65,536 colours, a further centre", "block", ClusterSet.BlocksOf(Rows), 1, a =>
            new(Colours(a), a.Output<long>(ClusterSet.BlocksOf(Rows)), a.Output<int>(ClusterSet.BlocksOf(Rows)), 1, Centres(a))),
        StandardKernel.Items<ClusterAssignment>("score.clusters.assign", "65,536 colours, 8 centres", "point", Rows, ClusterSet.BlocksOf(Rows), a =>
            new(Colours(a), Centres(a), Clusters, a.Output<int>(Rows), a.Output<long>(ClusterSet.BlocksOf(Rows) * Clusters * ClusterSet.SumLength))),
        StandardKernel.Items<ClusterMove>("score.clusters.move", "65,536 colours, 8 centres", "sum", ClusterSet.BlocksOf(Rows) * Clusters * ClusterSet.SumLength, Clusters, a =>
            new(a.Input(Enumerable.Repeat(1L, ClusterSet.BlocksOf(Rows) * Clusters * ClusterSet.SumLength).ToArray()), ClusterSet.BlocksOf(Rows), Centres(a))),
    ];

    private static ClusterSet Colours(StandardArguments a)
    {
        var points = a.Input([.. Enumerable.Range(0, 3 * Rows).Select(_ => a.Random.Next(256))]);
        return new(points, points, false, Rows);
    }

    private static ILGPU.ArrayView<int> Centres(StandardArguments a) => a.Input([.. Enumerable.Range(0, 3 * Clusters).Select(_ => a.Random.Next(256))]);

    private static MarginalRelevance Relevance(StandardArguments a, int count) => new(a.Numbers(count * Columns), Columns, a.Numbers(count), a.Numbers(count), true, 0.5f);

    private static ILGPU.ArrayView<ulong> Keys(StandardArguments a, int length) => a.Input([.. Enumerable.Range(0, length).Select(_ => (ulong)a.Random.NextInt64())]);

    private static ILGPU.ArrayView<int> Pairs(StandardArguments a, int pairs) => a.Input([.. Enumerable.Range(0, 2 * pairs).Select(_ => a.Random.Next(Few))]);
}
