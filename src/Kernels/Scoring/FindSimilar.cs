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
        var accelerator = scope.Accelerator;
        ArrayView<float> queries = scope.Input(_queries), matrix = scope.Input(_matrix), queryScales = queries, rowScales = matrix;
        var cosine = _similarity == Similarity.Cosine;
        if (cosine)
        {
            queryScales = scope.Scratch<float>(_count);
            rowScales = scope.Scratch<float>(_rows);
            accelerator.InverseNorms(queries, _columns, queryScales);
            accelerator.InverseNorms(matrix, _columns, rowScales);
        }

        var blocks = SimilarBlocks.Of(accelerator, _rows, _k);
        var keys = scope.Scratch<ulong>((long)_count * blocks.Count * _k);
        accelerator.RunRanges(
            new SimilarRows(queries, matrix, queryScales, rowScales, cosine, _columns, blocks.Length, _k, keys), checked(_count * blocks.Count), _count);
        var best = Selection.Run(scope, new GivenKeys(keys), _count, checked(blocks.Count * _k), _k, _top);
        if (!_scores.IsEmpty)
        {
            accelerator.RunRanges(new KeyScores(best, scope.Output(_scores)), _scores.Length, _scores.Length);
        }
    }
}
