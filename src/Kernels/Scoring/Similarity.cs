namespace Gpu.Kernels.Scoring;

/// <summary>How similar two vectors are.</summary>
public enum Similarity
{
    /// <summary>a . b.</summary>
    Dot,

    /// <summary>a . b / (|a| |b|). 0 where one of them is shorter than 2^-50; NaN where one's square is infinite or NaN.</summary>
    Cosine,
}
