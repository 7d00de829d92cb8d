namespace Gpu.Kernels.Scoring;

/// <summary>How the values of a row are brought to a common scale.</summary>
public enum Normalisation
{
    /// <summary>(x - min) / (max - min), from 0 to 1; all 0 where the values are within 2^-100, NaN where they are 2^100 apart.</summary>
    MinMax,

    /// <summary>(x - mean) / (standard deviation, over N); all 0 where the values are equal or deviate by less than 2^-50.</summary>
    ZScore,

    /// <summary>exp(x - max) / (sum of these).</summary>
    Softmax,
}
