namespace Gpu.Kernels.Imaging;

/// <summary>
/// The weights of a Gaussian as integers that sum to 2^14: exp(-k^2 / 2 sigma^2) for k from 0 to the radius, which is
/// OpenCV's for 8 bits, (round(6 sigma + 1) | 1) / 2. Their running sums are rounded, not they themselves, so that an edge
/// in a picture is right to 2^-15 however wide the blur.
/// </summary>
internal static class GaussianWeights
{
    /// <summary>Fraction bits.</summary>
    public const int Bits = 14;

    public static int Radius(double sigma) => ((int)Math.Round((6 * sigma) + 1) | 1) / 2;

    /// <summary>The weight of the centre, then those of either side, each counting twice, times <paramref name="gain"/>.</summary>
    public static int[] Create(double sigma, double gain = 1)
    {
        var exact = new double[Radius(sigma) + 1];
        var total = 0.0;
        for (var k = 0; k < exact.Length; k++)
        {
            exact[k] = Math.Exp(-k * (double)k / (2 * sigma * sigma));
            total += k == 0 ? exact[k] : 2 * exact[k];
        }

        var weights = new int[exact.Length];
        double sum = 0;
        var given = 0;
        for (var k = exact.Length - 1; k > 0; k--)
        {
            sum += exact[k] / total * gain * (1 << Bits);
            weights[k] = (int)Math.Round(sum) - given;
            given += weights[k];
        }

        weights[0] = (int)Math.Round(gain * (1 << Bits)) - (2 * given);
        return weights;
    }
}
