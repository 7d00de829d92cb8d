using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Chooses k candidates that are relevant and unlike each other, one after another: each time the one with the greatest
/// lambda relevance[i] - (1 - lambda) max(similarity to those chosen) (maximal marginal relevance: Carbonell and Goldstein,
/// SIGIR 1998). The first is the most relevant. Equal ones go by their indices. Where the relevance or a similarity is NaN, or
/// a similarity infinite, the candidate comes after all others. The same choice on every device.
/// </summary>
public sealed class SelectDiverse : IDeviceWork
{
    private readonly ReadOnlyMemory<float> _features;
    private readonly ReadOnlyMemory<float> _relevance;
    private readonly Memory<int> _top;
    private readonly int _columns;
    private readonly Similarity _similarity;
    private readonly float _lambda;

    /// <summary>Describes the work.</summary>
    /// <param name="features">N x F, row-major.</param>
    /// <param name="columns">F, at least 1.</param>
    /// <param name="relevance">N.</param>
    /// <param name="similarity">How alike two candidates are.</param>
    /// <param name="lambda">0, unlike each other only, to 1, relevant only.</param>
    /// <param name="top">Takes the k chosen, in order; its length is k, 1 to N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or lambda is not from 0 to 1; the message names them.</exception>
    public SelectDiverse(ReadOnlyMemory<float> features, int columns, ReadOnlyMemory<float> relevance, Similarity similarity, float lambda, Memory<int> top)
    {
        var rows = ScoringCheck.Rows(features.Length, columns, nameof(features));
        ScoringCheck.Length(relevance.Length, rows, "relevances", nameof(relevance));
        ScoringCheck.Similarity(similarity, nameof(similarity));
        if (!(lambda is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Lambda is from 0 to 1.");
        }

        ScoringCheck.Selected(top.Length, 1, rows, nameof(top));
        _features = features;
        _columns = columns;
        _relevance = relevance;
        _similarity = similarity;
        _lambda = lambda;
        _top = top;
    }

    /// <inheritdoc/>
    public string Operation => "score.diverse";

    /// <inheritdoc/>
    public string BatchKey => $"score.diverse:{_similarity}:{_relevance.Length}x{_columns}:top{_top.Length}";

    /// <summary>Elements of the features, times the chosen.</summary>
    public long Size => (long)_features.Length * _top.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Run(scope, scope.Input(_features), _columns, scope.Input(_relevance), _similarity, _lambda, scope.Output(_top));
    }

    /// <summary>Launches it on views; they were checked.</summary>
    internal static void Run(IDeviceScope scope, ArrayView<float> features, int columns, ArrayView<float> relevances, Similarity similarity, float lambda, ArrayView<int> top)
    {
        var accelerator = scope.Accelerator;
        var scales = features;
        var cosine = similarity == Similarity.Cosine;
        var count = checked((int)relevances.Length);
        if (cosine)
        {
            scales = scope.Scratch<float>(count);
            accelerator.InverseNorms(features, columns, scales);
        }

        var relevance = new MarginalRelevance(features, columns, relevances, scales, cosine, lambda);
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            accelerator.Run(new DiverseSelection(relevance, top), 1);
            return;
        }

        var greatest = scope.Scratch<uint>(count);
        var keys = scope.Scratch<ulong>(count);
        var scratch = scope.Scratch<ulong>(Selection.ScratchLength(accelerator, 1, count, 1));
        var indices = scope.Scratch<int>(scratch.Length);
        for (var step = 0; step < top.Length; step++)
        {
            accelerator.Run(new DiverseStep(relevance, top, step, greatest, keys), count);
            Selection.Run(accelerator, new GivenKeys(keys), 1, count, 1, scratch, indices, top.SubView(step, 1));
        }
    }
}
