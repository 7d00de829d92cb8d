using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// How badly weights order pairs of candidates of which the first should score higher, and how to change them: the
/// pairwise-logistic loss log(1 + exp(-(s[first] - s[second]))) (RankNet: Burges et al., ICML 2005) with s = features . weights,
/// and the gradient of the sum of losses by the weights, added up in the order of the pairs. The same bits on every device.
/// Pairs whose difference is NaN have the loss NaN, and the gradient is NaN then.
/// </summary>
public sealed class RankLoss : IDeviceWork
{
    private readonly ReadOnlyMemory<float> _features;
    private readonly ReadOnlyMemory<float> _weights;
    private readonly ReadOnlyMemory<int> _pairs;
    private readonly Memory<float> _losses;
    private readonly Memory<float> _gradient;
    private readonly int _rows;

    /// <summary>Describes the work.</summary>
    /// <param name="features">N x F, row-major.</param>
    /// <param name="weights">F, at least 1.</param>
    /// <param name="pairs">The better's index and the worse's of each of P pairs, at least 1; 0 to N - 1.</param>
    /// <param name="losses">Takes P.</param>
    /// <param name="gradient">Takes F.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or an index is out of range; the message names it.</exception>
    public RankLoss(ReadOnlyMemory<float> features, ReadOnlyMemory<float> weights, ReadOnlyMemory<int> pairs, Memory<float> losses, Memory<float> gradient)
    {
        _rows = ScoringCheck.Rows(features.Length, weights.Length, nameof(features));
        ScoringCheck.Length(losses.Length, ScoringCheck.Rows(pairs.Length, 2, nameof(pairs)), "losses", nameof(losses));
        ScoringCheck.Length(gradient.Length, weights.Length, "elements of the gradient", nameof(gradient));
        foreach (var index in pairs.Span)
        {
            if ((uint)index >= (uint)_rows)
            {
                throw new ArgumentException($"A pair names candidate {index}: there are {_rows}, from 0 on.", nameof(pairs));
            }
        }

        _features = features;
        _weights = weights;
        _pairs = pairs;
        _losses = losses;
        _gradient = gradient;
    }

    /// <inheritdoc/>
    public string Operation => "score.loss";

    /// <inheritdoc/>
    public string BatchKey => $"score.loss:{_rows}x{_weights.Length}:{_losses.Length}";

    /// <summary>Elements of the features of all pairs.</summary>
    public long Size => (long)_pairs.Length * _weights.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Run(scope, scope.Input(_features), scope.Input(_weights), scope.Input(_pairs), scope.Output(_losses), scope.Output(_gradient));
    }

    /// <summary>Launches it on views; they were checked.</summary>
    internal static void Run(IDeviceScope scope, ArrayView<float> features, ArrayView<float> weights, ArrayView<int> pairs, ArrayView<float> losses, ArrayView<float> gradient)
    {
        var accelerator = scope.Accelerator;
        int columns = checked((int)weights.Length), rows = (int)(features.Length / columns), count = checked((int)losses.Length);
        var scores = scope.Scratch<float>(rows);
        var slopes = scope.Scratch<float>(count);
        accelerator.Run(new WeightedScore(features, weights, weights, false, scores), rows);
        accelerator.Run(new PairLosses(scores, pairs, losses, slopes), count);
        accelerator.Run(new PairGradient(features, columns, pairs, slopes, gradient), columns);
    }
}
