using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Selects the k greatest of each row of scores, the greatest first. Equal scores come in the order of their indices, -0
/// equals +0, and NaN comes after all numbers. The time hardly depends on the order in which scores come.
/// </summary>
public sealed class SelectTop : IDeviceWork
{
    private readonly ReadOnlyMemory<float> _scores;
    private readonly Memory<int> _top;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int _k;

    /// <summary>Describes the work.</summary>
    /// <param name="scores">R x N, row-major.</param>
    /// <param name="columns">N, at least 1.</param>
    /// <param name="top">Takes R x k indices within their rows, best first; its length says k: 1 to N. Made for k up to 2,048.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public SelectTop(ReadOnlyMemory<float> scores, int columns, Memory<int> top)
    {
        _rows = ScoringCheck.Rows(scores.Length, columns, nameof(scores));
        _k = ScoringCheck.Selected(top.Length, _rows, columns, nameof(top));
        _scores = scores;
        _columns = columns;
        _top = top;
    }

    /// <inheritdoc/>
    public string Operation => "score.top";

    /// <inheritdoc/>
    public string BatchKey => $"score.top:{_rows}x{_columns}:top{_k}";

    /// <summary>Scores.</summary>
    public long Size => _scores.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Selection.Run(scope, new ScoreKeys(scope.Input(_scores)), _rows, _columns, _k, _top);
    }
}
