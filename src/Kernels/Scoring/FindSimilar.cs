using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Finds the k rows of a matrix that are most similar to each of some queries. Equally similar ones come in the order of
/// their rows, -0 equals +0, and NaN comes after all numbers. The same bits on every device and with any number of workers.
/// </summary>
public sealed class FindSimilar : IDeviceWork
{
    private readonly ReadOnlyMemory<float> _queries;
    private readonly ReadOnlyMemory<float> _matrix;
    private readonly int _columns;
    private readonly Similarity _similarity;
    private readonly Memory<int> _top;
    private readonly Memory<float> _scores;
    private readonly int _count;
    private readonly int _rows;
    private readonly int _k;

    /// <summary>Describes the work.</summary>
    /// <param name="queries">Q x F, row-major.</param>
    /// <param name="matrix">N x F, row-major.</param>
    /// <param name="columns">F, at least 1.</param>
    /// <param name="similarity">Which.</param>
    /// <param name="top">Takes Q x k rows, best first; its length says k: 1 to N. Made for k up to 2,048.</param>
    /// <param name="scores">Takes the similarity of each, as many, or is empty. -0 comes out as +0, NaN as 0x7FC00000.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public FindSimilar(ReadOnlyMemory<float> queries, ReadOnlyMemory<float> matrix, int columns, Similarity similarity, Memory<int> top, Memory<float> scores)
    {
        ScoringCheck.Similarity(similarity, nameof(similarity));
        _count = ScoringCheck.Rows(queries.Length, columns, nameof(queries));
        _rows = ScoringCheck.Rows(matrix.Length, columns, nameof(matrix));
        _k = ScoringCheck.Selected(top.Length, _count, _rows, nameof(top));
        ScoringCheck.ScoresOfTop(scores.Length, top.Length, nameof(scores));
        _queries = queries;
        _matrix = matrix;
        _columns = columns;
        _similarity = similarity;
        _top = top;
        _scores = scores;
    }

    /// <inheritdoc/>
    public string Operation => "score.similar";

    /// <inheritdoc/>
    public string BatchKey => $"score.similar:{_similarity}:{_count}x{_rows}x{_columns}:top{_k}:{(_scores.IsEmpty ? "rows" : "scores")}";

    /// <summary>Products of the matrix product.</summary>
    public long Size => (long)_count * _matrix.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Run(scope, scope.Input(_queries), scope.Input(_matrix), _columns, _similarity, scope.Output(_top), _scores.IsEmpty ? default : scope.Output(_scores));
    }

    /// <summary>Launches it on views; they were checked.</summary>
    internal static void Run(IDeviceScope scope, ArrayView<float> queries, ArrayView<float> matrix, int columns, Similarity similarity, ArrayView<int> top, ArrayView<float> scores)
    {
        var accelerator = scope.Accelerator;
        ArrayView<float> queryScales = queries, rowScales = matrix;
        int count = (int)(queries.Length / columns), rows = (int)(matrix.Length / columns), k = (int)(top.Length / count);
        var cosine = similarity == Similarity.Cosine;
        if (cosine)
        {
            queryScales = scope.Scratch<float>(count);
            rowScales = scope.Scratch<float>(rows);
            accelerator.InverseNorms(queries, columns, queryScales);
            accelerator.InverseNorms(matrix, columns, rowScales);
        }

        var blocks = SimilarBlocks.Of(accelerator, rows, k);
        var keys = scope.Scratch<ulong>((long)count * blocks.Count * k);
        accelerator.RunRanges(
            new SimilarRows(queries, matrix, queryScales, rowScales, cosine, columns, blocks.Length, k, keys), checked(count * blocks.Count), count);
        var best = Selection.Run(scope, new GivenKeys(keys), count, checked(blocks.Count * k), k, top);
        if (scores.Length > 0)
        {
            accelerator.RunRanges(new KeyScores(best, scores), checked((int)scores.Length), checked((int)scores.Length));
        }
    }
}
