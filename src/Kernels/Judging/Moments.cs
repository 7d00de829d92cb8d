namespace Gpu.Kernels.Judging;

/// <summary>Means and variances of exact integer sums: the host's part of the measures, one division each.</summary>
internal static class Moments
{
    /// <summary>The population variance: (n squares - sum^2) / n^2, the numerator exact.</summary>
    public static double Variance(long sum, long squares, long count) =>
        (double)(((Int128)count * squares) - ((Int128)sum * sum)) / ((double)count * count);

    /// <summary>The mean.</summary>
    public static double Mean(long sum, long count) => (double)sum / count;
}
