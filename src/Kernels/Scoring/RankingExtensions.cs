using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Scoring operations of several launches, on views of a host's own accelerator. They are launched on its default stream and not
/// waited for. Matrices are row-major without padding. Lengths and ranges are checked before the launch, and that what is
/// written overlaps nothing that is read (but on OpenCL, which gives no addresses). What lies between the launches stays with
/// the accelerator for the next call: see <see cref="WorkingMemoryExtensions.ReleaseWorkingMemory"/>.
/// </summary>
public static class RankingExtensions
{
    /// <summary>Finds the k rows of a matrix most similar to each query, as the work <see cref="Scoring.FindSimilar"/> has it.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="queries">Q x F.</param>
    /// <param name="matrix">N x F.</param>
    /// <param name="columns">F, at least 1.</param>
    /// <param name="similarity">Which.</param>
    /// <param name="top">Takes Q x k rows, best first; its length says k: 1 to N.</param>
    /// <param name="scores">Takes the similarity of each, as many, or is empty.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or views overlap; the message names them.</exception>
    public static void FindSimilar(
        this Accelerator accelerator, ArrayView<float> queries, ArrayView<float> matrix, int columns, Similarity similarity, ArrayView<int> top, ArrayView<float> scores = default)
    {
        ScoringCheck.Similarity(similarity, nameof(similarity));
        var count = ScoringCheck.Rows(queries.Length, columns, nameof(queries));
        ScoringCheck.Selected(top.Length, count, ScoringCheck.Rows(matrix.Length, columns, nameof(matrix)), nameof(top));
        ScoringCheck.ScoresOfTop(scores.Length, top.Length, nameof(scores));
        ViewCheck.Apart(queries, top, nameof(queries), nameof(top));
        ViewCheck.Apart(matrix, top, nameof(matrix), nameof(top));
        ViewCheck.Apart(queries, scores, nameof(queries), nameof(scores));
        ViewCheck.Apart(matrix, scores, nameof(matrix), nameof(scores));
        ViewCheck.Apart(top, scores, nameof(top), nameof(scores));
        using var memory = OwnMemory.Begin(accelerator);
        Scoring.FindSimilar.Run(memory, queries, matrix, columns, similarity, top, scores);
    }

    /// <summary>Finds the k of some 64-bit hashes that differ from each query's in the fewest bits, as the work <see cref="Scoring.FindHashes"/> has it.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="queries">Q hashes, at least 1.</param>
    /// <param name="hashes">N hashes, at least 1.</param>
    /// <param name="top">Takes Q x k indices, nearest first; its length says k: 1 to N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or views overlap; the message names them.</exception>
    public static void FindHashes(this Accelerator accelerator, ArrayView<ulong> queries, ArrayView<ulong> hashes, ArrayView<int> top)
    {
        int count = ScoringCheck.Rows(queries.Length, 1, nameof(queries)), candidates = ScoringCheck.Rows(hashes.Length, 1, nameof(hashes));
        var k = ScoringCheck.Selected(top.Length, count, candidates, nameof(top));
        ViewCheck.Apart(queries, top, nameof(queries), nameof(top));
        ViewCheck.Apart(hashes, top, nameof(hashes), nameof(top));
        using var memory = OwnMemory.Begin(accelerator);
        Selection.Run(memory, new HashKeys(queries, hashes), count, candidates, k, top);
    }

    /// <summary>Selects the k greatest of each row of scores, as the work <see cref="Scoring.SelectTop"/> has it.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="scores">R x N.</param>
    /// <param name="columns">N, at least 1.</param>
    /// <param name="top">Takes R x k indices; its length says k: 1 to N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or views overlap; the message names them.</exception>
    public static void SelectTop(this Accelerator accelerator, ArrayView<float> scores, int columns, ArrayView<int> top)
    {
        var rows = ScoringCheck.Rows(scores.Length, columns, nameof(scores));
        var k = ScoringCheck.Selected(top.Length, rows, columns, nameof(top));
        ViewCheck.Apart(scores, top, nameof(scores), nameof(top));
        using var memory = OwnMemory.Begin(accelerator);
        Selection.Run(memory, new ScoreKeys(scores), rows, columns, k, top);
    }

    /// <summary>Chooses k candidates that are relevant and unlike each other, as the work <see cref="Scoring.SelectDiverse"/> has it.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="features">N x F.</param>
    /// <param name="columns">F, at least 1.</param>
    /// <param name="relevance">N.</param>
    /// <param name="similarity">How alike two candidates are.</param>
    /// <param name="lambda">0, unlike each other only, to 1, relevant only.</param>
    /// <param name="top">Takes the k chosen, in order; its length is k, 1 to N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree, lambda is not from 0 to 1, or views overlap; the message names it.</exception>
    public static void SelectDiverse(
        this Accelerator accelerator, ArrayView<float> features, int columns, ArrayView<float> relevance, Similarity similarity, float lambda, ArrayView<int> top)
    {
        var rows = ScoringCheck.Rows(features.Length, columns, nameof(features));
        ScoringCheck.Length(relevance.Length, rows, "relevances", nameof(relevance));
        ScoringCheck.Similarity(similarity, nameof(similarity));
        ScoringCheck.Share(lambda, nameof(lambda));
        ScoringCheck.Selected(top.Length, 1, rows, nameof(top));
        ViewCheck.Apart(features, top, nameof(features), nameof(top));
        ViewCheck.Apart(relevance, top, nameof(relevance), nameof(top));
        using var memory = OwnMemory.Begin(accelerator);
        Scoring.SelectDiverse.Run(memory, features, columns, relevance, similarity, lambda, top);
    }

    /// <summary>Ranks nodes by whom others link to, as the work <see cref="Scoring.RankByLinks"/> has it.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="links">n x n, each 0 or more.</param>
    /// <param name="ranks">Takes n, at least 1.</param>
    /// <param name="damping">0 to 1.</param>
    /// <param name="tolerance">The change at which it ends, 0 to 1.</param>
    /// <param name="mostSteps">Steps at most, at least 1.</param>
    /// <exception cref="ArgumentException">Lengths do not agree, a number is out of range, or views overlap; the message names it.</exception>
    public static void RankByLinks(this Accelerator accelerator, ArrayView<float> links, ArrayView<float> ranks, float damping = 0.85f, float tolerance = 1e-4f, int mostSteps = 100)
    {
        Scoring.RankByLinks.Check(links.Length, ranks.Length, damping, tolerance, mostSteps);
        ViewCheck.Apart(links, ranks, nameof(links), nameof(ranks));
        using var memory = OwnMemory.Begin(accelerator);
        Scoring.RankByLinks.Run(memory, links, ranks, damping, tolerance, mostSteps);
    }

    /// <summary>
    /// The pairwise-logistic loss of weights and its gradient, as the work <see cref="Scoring.RankLoss"/> has them. Indices in
    /// <paramref name="pairs"/> are on the device and not checked: each must be from 0 to N - 1.
    /// </summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="features">N x F.</param>
    /// <param name="weights">F, at least 1.</param>
    /// <param name="pairs">The better's index and the worse's of each of P pairs, at least 1.</param>
    /// <param name="losses">Takes P.</param>
    /// <param name="gradient">Takes F.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or views overlap; the message names them.</exception>
    public static void RankLoss(
        this Accelerator accelerator, ArrayView<float> features, ArrayView<float> weights, ArrayView<int> pairs, ArrayView<float> losses, ArrayView<float> gradient)
    {
        ScoringCheck.Rows(features.Length, checked((int)weights.Length), nameof(features));
        ScoringCheck.Length(losses.Length, ScoringCheck.Rows(pairs.Length, 2, nameof(pairs)), "losses", nameof(losses));
        ScoringCheck.Length(gradient.Length, weights.Length, "elements of the gradient", nameof(gradient));
        ViewCheck.Apart(features, losses, nameof(features), nameof(losses));
        ViewCheck.Apart(features, gradient, nameof(features), nameof(gradient));
        ViewCheck.Apart(weights, losses, nameof(weights), nameof(losses));
        ViewCheck.Apart(weights, gradient, nameof(weights), nameof(gradient));
        ViewCheck.Apart(pairs, losses, nameof(pairs), nameof(losses));
        ViewCheck.Apart(pairs, gradient, nameof(pairs), nameof(gradient));
        ViewCheck.Apart(losses, gradient, nameof(losses), nameof(gradient));
        using var memory = OwnMemory.Begin(accelerator);
        Scoring.RankLoss.Run(memory, features, weights, pairs, losses, gradient);
    }
}
