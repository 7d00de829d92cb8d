using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Scores candidates and selects the best: score[i] = (features[i, :] . weights) (1 + edits[i]), summed in one fixed order,
/// then the k greatest. Equal scores come in the order of their indices, -0 equals +0, and NaN comes after all numbers.
/// The same bits on every device: there is one NaN, 0x7FC00000.
/// </summary>
public sealed class ScoreCandidates : IBatchableWork, ISplittableWork
{
    // Features that one core scores in about the time that waking another takes, some 50 microseconds.
    internal const int SmallestRange = 1 << 18;

    private static ShapeName? _lastName;

    private readonly ReadOnlyMemory<float> _features;
    private readonly ReadOnlyMemory<float> _weights;
    private readonly ReadOnlyMemory<float> _edits;
    private readonly Memory<float> _scores;
    private readonly Memory<int> _top;

    /// <summary>Describes the work.</summary>
    /// <param name="features">N x F, row-major.</param>
    /// <param name="weights">F, at least 1.</param>
    /// <param name="edits">N edit weights, or empty for none.</param>
    /// <param name="scores">Takes N scores.</param>
    /// <param name="top">Takes the indices of the k best, best first; its length is k, 0 to N. Made for k up to 2,048.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public ScoreCandidates(ReadOnlyMemory<float> features, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> edits, Memory<float> scores, Memory<int> top)
    {
        if (weights.IsEmpty)
        {
            throw new ArgumentException("There are no weights: give one for each column of the features.", nameof(weights));
        }

        if (features.Length != (long)scores.Length * weights.Length)
        {
            throw new ArgumentException(
                $"{features.Length} features are not {scores.Length} scores x {weights.Length} weights: give a feature for each.", nameof(features));
        }

        if (!edits.IsEmpty && edits.Length != scores.Length)
        {
            throw new ArgumentException($"{edits.Length} edit weights for {scores.Length} scores: give one each, or none.", nameof(edits));
        }

        if (top.Length > scores.Length)
        {
            throw new ArgumentException($"The best {top.Length} of {scores.Length}: ask for at most as many as there are.", nameof(top));
        }

        _features = features;
        _weights = weights;
        _edits = edits;
        _scores = scores;
        _top = top;
    }

    /// <inheritdoc/>
    public string Operation => "score.weighted";

    /// <inheritdoc/>
    public string BatchKey
    {
        get
        {
            // Many requests of one shape come one after the other: its name is made once.
            var name = _lastName;
            if (name is null || !name.Is(_scores.Length, _weights.Length, !_edits.IsEmpty, _top.Length))
            {
                _lastName = name = new ShapeName(_scores.Length, _weights.Length, !_edits.IsEmpty, _top.Length);
            }

            return name.Text;
        }
    }

    /// <summary>Elements of the feature matrix.</summary>
    public long Size => _features.Length;

    /// <summary>As many as make a launch of a million features; more are copied for longer than they save.</summary>
    public int LargestBatch => _features.IsEmpty ? 1 : (int)Math.Clamp(ScoreBatch.Elements / _features.Length, 1, ScoreBatch.Most);

    /// <summary>Rows.</summary>
    public int Units => _scores.Length;

    /// <summary>Rows of a quarter of a million features: what a core scores while another is woken.</summary>
    public int SmallestPart => Math.Max(1, SmallestRange / _weights.Length);

    internal ReadOnlyMemory<float> Features => _features;

    internal ReadOnlyMemory<float> Weights => _weights;

    internal ReadOnlyMemory<float> Edits => _edits;

    internal Memory<float> Scores => _scores;

    internal Memory<int> Top => _top;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_scores.IsEmpty)
        {
            return;
        }

        var scores = scope.Output(_scores);
        var weights = scope.Input(_weights);
        scope.Accelerator.RunRanges(
            new WeightedScore(scope.Input(_features), weights, _edits.IsEmpty ? weights : scope.Input(_edits), !_edits.IsEmpty, scores),
            _scores.Length,
            Math.Max(1, SmallestRange / _weights.Length));
        if (!_top.IsEmpty)
        {
            Selection.Run(scope, new ScoreKeys(scores), 1, _scores.Length, _top.Length, _top);
        }
    }

    /// <inheritdoc/>
    public void ExecuteAll(ReadOnlySpan<IDeviceWork> works, IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ScoreBatch.Execute(works, scope, this);
    }

    /// <inheritdoc/>
    public IDeviceWork Part(int first, int end) => new ScoreCandidates(
        _features[(first * _weights.Length)..(end * _weights.Length)], _weights, _edits.IsEmpty ? _edits : _edits[first..end], _scores[first..end], Memory<int>.Empty);

    /// <inheritdoc/>
    public IDeviceWork? Join() => _top.IsEmpty ? null : new SelectTop(_scores, _scores.Length, _top);

    private sealed class ShapeName(int rows, int columns, bool isEdited, int top)
    {
        public string Text { get; } = $"score.weighted:{rows}x{columns}:{(isEdited ? "edited" : "plain")}:top{top}";

        public bool Is(int otherRows, int otherColumns, bool otherEdited, int otherTop) =>
            (rows, columns, isEdited, top) == (otherRows, otherColumns, otherEdited, otherTop);
    }
}
