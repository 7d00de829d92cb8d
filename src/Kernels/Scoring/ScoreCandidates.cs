using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Scores candidates and selects the best: score[i] = (features[i, :] . weights) (1 + edits[i]), summed in one fixed order
///, then the k greatest, equal scores in the order of their indices.
/// </summary>
public sealed class ScoreCandidates : IDeviceWork
{
    /// <summary>Describes the work.</summary>
    /// <param name="features">N x F, row-major.</param>
    /// <param name="weights">F.</param>
    /// <param name="edits">N edit weights, or empty for none.</param>
    /// <param name="scores">Takes N scores.</param>
    /// <param name="top">Takes the indices of the k best, best first; its length is k, 0 to N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public ScoreCandidates(ReadOnlyMemory<float> features, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> edits, Memory<float> scores, Memory<int> top) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public string Operation => "score.weighted";

    /// <inheritdoc/>
    public string BatchKey => throw new NotImplementedException();

    /// <inheritdoc/>
    public long Size => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope) => throw new NotImplementedException();
}
