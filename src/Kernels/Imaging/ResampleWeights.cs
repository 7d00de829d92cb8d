namespace Gpu.Kernels.Imaging;

/// <summary>
/// Weights of a one-dimensional antialiased resize, computed as Pillow's Resample.c does: in double, normalised to sum 1,
/// x 2^22, rounded half away from zero.
/// </summary>
internal sealed class ResampleWeights
{
    /// <summary>Fraction bits of a weight.</summary>
    public const int Bits = 22;

    /// <summary>Added before the shift by <see cref="Bits"/>.</summary>
    public const int Half = 1 << (Bits - 1);

    /// <summary>Integers before an output's weights: where its window starts, and how many pixels it has.</summary>
    public const int Header = 2;

    private ResampleWeights(int taps, int[] table)
    {
        Taps = taps;
        Table = table;
    }

    /// <summary>The widest window.</summary>
    public int Taps { get; }

    /// <summary>For each output <see cref="Header"/> + <see cref="Taps"/> integers: start, count, weights, zeros. Starts never fall.</summary>
    public int[] Table { get; }

    /// <summary>Computes the weights that bring the pixels from <paramref name="first"/> to <paramref name="end"/>, of <paramref name="source"/>, to <paramref name="target"/>.</summary>
    public static ResampleWeights Create(int source, int target, ResizeFilter filter, float first, float end)
    {
        // The difference in single precision, as Pillow has it.
        var scale = (double)(end - first) / target;
        var filterScale = Math.Max(1, scale);
        var support = Support(filter) * filterScale;
        var (starts, counts) = (new int[target], new int[target]);
        for (var i = 0; i < target; i++)
        {
            var centre = first + ((i + 0.5) * scale);
            starts[i] = Math.Max(0, (int)(centre - support + 0.5));
            counts[i] = Math.Min(source, (int)(centre + support + 0.5)) - starts[i];
        }

        var taps = counts.Max();
        var table = new int[checked(target * (taps + Header))];
        var weights = new double[taps];
        for (var i = 0; i < target; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < counts[i]; k++)
            {
                weights[k] = Weight(filter, (k + starts[i] - (first + ((i + 0.5) * scale)) + 0.5) * (1 / filterScale));
                sum += weights[k];
            }

            var entry = table.AsSpan(i * (taps + Header), taps + Header);
            (entry[0], entry[1]) = (starts[i], counts[i]);
            for (var k = 0; k < counts[i]; k++)
            {
                var weight = (sum == 0 ? weights[k] : weights[k] / sum) * (1 << Bits);
                entry[Header + k] = (int)(weight < 0 ? weight - 0.5 : weight + 0.5);
            }
        }

        return new ResampleWeights(taps, table);
    }

    private static double Support(ResizeFilter filter) => filter switch
    {
        ResizeFilter.Triangle => 1,
        ResizeFilter.Bicubic => 2,
        ResizeFilter.Lanczos => 3,
        _ => 0.5,
    };

    private static double Weight(ResizeFilter filter, double x)
    {
        var d = Math.Abs(x);
        return filter switch
        {
            ResizeFilter.Triangle => d < 1 ? 1 - d : 0,
            ResizeFilter.Bicubic when d < 1 => ((((-0.5 + 2) * d) - (-0.5 + 3)) * d * d) + 1,
            ResizeFilter.Bicubic => d < 2 ? ((((((d - 5) * d) + 8) * d) - 4) * -0.5) : 0,
            ResizeFilter.Lanczos => x is >= -3 and < 3 ? Sinc(x) * Sinc(x / 3) : 0,
            _ => x is > -0.5 and <= 0.5 ? 1 : 0,
        };
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(x * Math.PI) / (x * Math.PI);
}
