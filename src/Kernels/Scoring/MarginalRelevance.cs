using Gpu.Kernels.Arithmetic;
using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// What maximal marginal relevance gives a candidate: lambda relevance[i] - (1 - lambda) max(similarity to those chosen),
/// with 0 for the maximum while none is (Carbonell and Goldstein, SIGIR 1998). Similarities add up as <see cref="LaneSum"/>
/// does; cosines are (sum scales[chosen]) scales[i]. Each operation is rounded by itself. A similarity that is infinite or NaN
/// makes NaN, for good: then a candidate's score never rises as others are chosen.
/// </summary>
internal readonly struct MarginalRelevance
{
    private readonly ArrayView<float> _features;
    private readonly ArrayView<float> _relevance;
    private readonly ArrayView<float> _scales;
    private readonly int _columns;
    private readonly int _scaled;
    private readonly float _lambda;
    private readonly float _rest;
    private readonly uint _zero;

    /// <param name="features">N x columns, row-major.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="relevance">N.</param>
    /// <param name="scales">N. Without scales any view that is not empty, which is then not read.</param>
    /// <param name="scaled">Whether there are scales.</param>
    /// <param name="lambda">0 to 1.</param>
    public MarginalRelevance(ArrayView<float> features, int columns, ArrayView<float> relevance, ArrayView<float> scales, bool scaled, float lambda)
    {
        _features = features;
        _columns = columns;
        _relevance = relevance;
        _scales = scales;
        _scaled = scaled ? 1 : 0;
        _lambda = lambda;
        _rest = 1 - lambda;
        _zero = 0;
    }

    /// <summary>Candidates.</summary>
    public int Count => (int)_relevance.Length;

    public ArrayView<float> Features => _features;

    public ArrayView<float> Scales => _scales;

    public ArrayView<float> Relevance => _relevance;

    public int Columns => _columns;

    public bool Scaled => _scaled != 0;

    /// <summary>The similarity of two candidates, as <see cref="OrderedSimilarity"/>.</summary>
    public uint Similarity(int candidate, int chosen)
    {
        var sum = new LaneSum(_features, _features, _columns, _zero).Of((long)candidate * _columns, (long)chosen * _columns);
        return OrderedSimilarity.Of(Interop.FloatAsInt(
            _scaled != 0 ? RoundedFloat.Multiply(RoundedFloat.Multiply(sum, _scales[chosen], _zero), _scales[candidate], _zero) : sum));
    }

    /// <summary>A candidate's key, from its greatest similarity: 0 while nobody is chosen.</summary>
    public ulong Key(int candidate, uint greatest) => Key(_relevance[candidate], candidate, greatest);

    /// <summary>As above, for who has the relevance already.</summary>
    public ulong Key(float relevance, int candidate, uint greatest)
    {
        var score = RoundedFloat.Multiply(_lambda, relevance, _zero)
            - RoundedFloat.Multiply(_rest, Interop.IntAsFloat(OrderedSimilarity.Bits(greatest)), _zero);
        return ScoreKeys.Of(OrderedSimilarity.IsNaN(greatest) ? FloatBits.NaN : Interop.FloatAsInt(score), (uint)candidate);
    }
}
